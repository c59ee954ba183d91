# SPDX-License-Identifier: GPL-3.0-or-later
# ROOMS: the rooms of rooms.txt in their order; ROOM_<name>_USES: the libraries of those that a room may use.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/rooms.txt)
file(STRINGS rooms.txt rows REGEX "^[a-z]+ \\|")
foreach(row IN LISTS rows)
    string(REGEX MATCH "^([a-z]+) \\|[^|]*\\|([^|]*)\\|$" matched "${row}")
    if(NOT matched)
        message(FATAL_ERROR "rooms.txt: this is no row: ${row}")
    endif()
    set(name ${CMAKE_MATCH_1})
    string(STRIP "${CMAKE_MATCH_2}" uses)
    string(REPLACE " " ";" uses "${uses}")
    list(TRANSFORM uses PREPEND room_)
    list(APPEND ROOMS ${name})
    set(ROOM_${name}_USES ${uses})
endforeach()

# room(NAME SOURCES file... LIBRARIES library...): the library of a room; called in its folder.
function(room name)
    cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "SOURCES;LIBRARIES")
    add_library(room_${name} STATIC ${ROOM_SOURCES})
    target_include_directories(room_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${PROJECT_BINARY_DIR}/src)
    target_link_libraries(room_${name} PUBLIC ${ROOM_${name}_USES} ${ROOM_LIBRARIES})
endfunction()
