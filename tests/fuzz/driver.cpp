// SPDX-License-Identifier: GPL-3.0-or-later
// Runs what a fuzzer runs where there is none: each file of a corpus, and mutations of them for some seconds.
//   driver CORPUS_FOLDER SECONDS [SEED]
// The same mutations every time, unless a seed is given. What breaks a reader, or keeps it busy for half a minute, is in the file NAME.crash.
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::string_view k_marks = "\",;\t|\r\n \\'#\0\xE4\x80\xEF\xC2";

std::string g_crash;    // the file
std::string g_farewell; // what is said then
std::string g_input;    // what is being read

// With nothing but what a signal handler may call.
void keep_input(int signal) {
    const int file = ::open(g_crash.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file >= 0) [[maybe_unused]]
        const auto kept = ::write(file, g_input.data(), g_input.size());
    [[maybe_unused]] const auto said = ::write(STDOUT_FILENO, g_farewell.data(), g_farewell.size());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(const std::string& input) {
    constexpr unsigned k_longest = 30;
    g_input = input;
    ::alarm(k_longest);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::string mutated(std::string input, const std::string& other, std::mt19937& random) {
    for (auto changes = 1 + random() % 8; changes > 0 && !input.empty(); --changes) {
        const auto at = random() % input.size();
        switch (random() % 5) {
        case 0:
            input[at] = k_marks[random() % k_marks.size()];
            break;
        case 1:
            input.insert(at, 1, k_marks[random() % k_marks.size()]);
            break;
        case 2:
            input.erase(at, 1 + random() % 6);
            break;
        case 3:
            input[at] = static_cast<char>(random() & 0xFF);
            break;
        default:
            input.insert(at, other.substr(other.empty() ? 0 : random() % other.size(), 30));
        }
    }
    return input;
}

} // namespace

int main(int count, char** argv) {
    g_crash = std::filesystem::path(argv[0]).filename().string() + ".crash";
    g_farewell = "what broke it is in " + g_crash + "\n";
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM})
        std::signal(signal, keep_input);
    std::vector<std::string> corpus;
    for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
        std::ifstream in(entry.path(), std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        run(corpus.back());
    }
    if (corpus.empty()) return EXIT_FAILURE;
    std::mt19937 random(count > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 1);
    std::size_t runs = 0;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::atoi(argv[2]));
    for (; std::chrono::steady_clock::now() < end; ++runs) {
        const auto input =
            mutated(corpus[random() % corpus.size()], corpus[random() % corpus.size()], random);
        run(input);
    }
    std::printf("%zu files and %zu mutations were read to an end\n", corpus.size(), runs);
    return EXIT_SUCCESS;
}
