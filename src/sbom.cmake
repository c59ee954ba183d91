# SPDX-License-Identifier: GPL-3.0-or-later
# Writes what the program is made of, as SPDX 2.3 in JSON: the packages of Debian whose code is in it or that it loads, with the
# versions that were there when it was built.
#   cmake -DPROGRAM=FILE -DVERSION=X.Y.Z -DOUT=FILE -P sbom.cmake
# SOURCE_DATE_EPOCH, where it is set, is the time of making.

# package | licence | relation to the program
set(parts
    "libabsl-dev | Apache-2.0 | STATIC_LINK"
    "libcli11-dev | BSD-3-Clause | STATIC_LINK"
    "libdtl-dev | BSD-3-Clause | STATIC_LINK"
    "libfmt-dev | MIT | STATIC_LINK"
    "libidn2-dev | LGPL-3.0-or-later OR GPL-2.0-or-later | STATIC_LINK"
    "libsodium-dev | ISC | STATIC_LINK"
    "libsqlite3-dev | blessing | STATIC_LINK"
    "libsqlitecpp-dev | MIT | STATIC_LINK"
    "libstdc++-12-dev | GPL-3.0-or-later WITH GCC-exception-3.1 | STATIC_LINK"
    "libtomlplusplus-dev | MIT | STATIC_LINK"
    "libunistring-dev | LGPL-3.0-or-later OR GPL-2.0-or-later | STATIC_LINK"
    "libutf8proc-dev | MIT AND Unicode-DFS-2015 | STATIC_LINK"
    "libzstd-dev | BSD-3-Clause OR GPL-2.0-only | STATIC_LINK"
    "nlohmann-json3-dev | MIT | STATIC_LINK"
    "zlib1g-dev | Zlib | STATIC_LINK"
    "libc6-dev | LGPL-2.1-or-later | DYNAMIC_LINK"
    "libical-dev | MPL-2.0 OR LGPL-2.1-only | OPTIONAL_DEPENDENCY_OF")

# Without dpkg nobody knows.
function(find_version package)
    execute_process(COMMAND dpkg-query --show --showformat=\${Version} ${package}
                    OUTPUT_VARIABLE version RESULT_VARIABLE status ERROR_QUIET)
    if(NOT status EQUAL 0 OR version STREQUAL "")
        set(version NOASSERTION)
    endif()
    set(version "${version}" PARENT_SCOPE)
endfunction()

set(program_id SPDXRef-reklamaatio)
string(TIMESTAMP now "%Y-%m-%dT%H:%M:%SZ" UTC)
file(SHA256 "${PROGRAM}" digest)
set(packages "    {\"SPDXID\": \"${program_id}\", \"name\": \"reklamaatio\", \"versionInfo\": \"${VERSION}\",
     \"downloadLocation\": \"NOASSERTION\", \"licenseConcluded\": \"GPL-3.0-or-later\", \"filesAnalyzed\": false,
     \"checksums\": [{\"algorithm\": \"SHA256\", \"checksumValue\": \"${digest}\"}]}")
set(relations "    {\"spdxElementId\": \"SPDXRef-DOCUMENT\", \"relationshipType\": \"DESCRIBES\",
     \"relatedSpdxElement\": \"${program_id}\"}")
foreach(part IN LISTS parts)
    string(REPLACE " | " ";" part "${part}")
    list(GET part 0 package)
    list(GET part 1 licence)
    list(GET part 2 relation)
    find_version(${package})
    string(MAKE_C_IDENTIFIER ${package} id)
    string(REPLACE "_" "-" id "SPDXRef-${id}")
    string(APPEND packages ",
    {\"SPDXID\": \"${id}\", \"name\": \"${package}\", \"versionInfo\": \"${version}\", \"supplier\": \"Organization: Debian\",
     \"downloadLocation\": \"NOASSERTION\", \"licenseConcluded\": \"${licence}\", \"filesAnalyzed\": false}")
    set(from ${program_id})
    set(to ${id})
    if(relation STREQUAL "OPTIONAL_DEPENDENCY_OF")
        set(from ${id})
        set(to ${program_id})
    endif()
    string(APPEND relations ",
    {\"spdxElementId\": \"${from}\", \"relationshipType\": \"${relation}\", \"relatedSpdxElement\": \"${to}\"}")
endforeach()
file(WRITE "${OUT}" "{
  \"spdxVersion\": \"SPDX-2.3\",
  \"dataLicense\": \"CC0-1.0\",
  \"SPDXID\": \"SPDXRef-DOCUMENT\",
  \"name\": \"reklamaatio-${VERSION}\",
  \"documentNamespace\": \"urn:sha256:${digest}\",
  \"creationInfo\": {\"created\": \"${now}\", \"creators\": [\"Tool: cmake-${CMAKE_VERSION}\"]},
  \"packages\": [
${packages}
  ],
  \"relationships\": [
${relations}
  ]
}
")
