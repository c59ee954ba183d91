// SPDX-License-Identifier: GPL-3.0-or-later
// docgen OUTPUT_FOLDER: writes man/ and completions/ there, from the tables of the program and the texts
// beside this file.
#include "docgen/command_pages.hpp"
#include "docgen/completions.hpp"
#include "docgen/texts.hpp"

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>

namespace {

namespace fs = std::filesystem;
using namespace reklamaatio::docgen;

void write(const fs::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << text << std::flush;
    if (!out) throw std::runtime_error("cannot write " + file.string());
}

// Pages of commands that are no more must not stay.
void remove_others(const fs::path& folder, const std::set<std::string>& names) {
    for (const auto& entry : fs::directory_iterator(folder))
        if (!names.contains(entry.path().filename().string())) fs::remove(entry.path());
}

void write_pages(const fs::path& folder) {
    fs::create_directories(folder);
    std::set<std::string> names;
    for (const auto& pages : {written_pages(), command_pages()})
        for (const auto& page : pages) {
            write(folder / page.file_name(), page.text());
            names.insert(page.file_name());
        }
    remove_others(folder, names);
}

void write_completions(const fs::path& folder) {
    fs::create_directories(folder);
    write(folder / "reklamaatio.bash", bash_completion());
    write(folder / "_reklamaatio", zsh_completion());
    write(folder / "reklamaatio.fish", fish_completion());
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: docgen OUTPUT_FOLDER\n";
        return 2;
    }
    try {
        write_pages(fs::path(argv[1]) / "man");
        write_completions(fs::path(argv[1]) / "completions");
    } catch (const std::exception& fault) {
        std::cerr << "docgen: " << fault.what() << '\n';
        return 1;
    }
    return 0;
}
