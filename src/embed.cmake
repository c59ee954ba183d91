# SPDX-License-Identifier: GPL-3.0-or-later
# embed_text(OUTPUT NAMESPACE NAME file...): a header with the files' texts as one constexpr array of string_views, in order.
function(embed_text output namespace name)
    set(items "")
    foreach(file IN LISTS ARGN)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
        file(READ ${file} text)
        string(APPEND items "    R\"embedded(${text})embedded\",\n")
    endforeach()
    list(LENGTH ARGN count)
    string(CONCAT content "#pragma once\n#include <array>\n#include <string_view>\n"
        "namespace reklamaatio::${namespace} {\n"
        "inline constexpr std::array<std::string_view, ${count}> ${name}{\n${items}};\n}\n")
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${output} CONTENT "@content@" @ONLY)
endfunction()
