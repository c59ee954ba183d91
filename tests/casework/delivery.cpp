// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears of what, and what is marked as sent when a command fails.
#include "casework/delivery.hpp"

#include "casework/office.hpp"
#include "host/failure.hpp"

#include <sstream>

namespace reklamaatio::casework::tests {
namespace {

// Fails for one recipient, or cannot be run for another, and keeps what the others were told.
class FakeShell final : public host::Shell {
  public:
    explicit FakeShell(std::string fails_for, std::string lacks_for = "")
        : m_fails_for(std::move(fails_for)), m_lacks_for(std::move(lacks_for)) {}
    std::optional<int> run(const std::string& command, const std::string& input,
                           const std::map<std::string, std::string>& variables,
                           std::chrono::seconds) const override {
        if (variables.at("REKLAMAATIO_TO") == m_fails_for) return 7;
        if (variables.at("REKLAMAATIO_TO") == m_lacks_for)
            throw host::Failure(host::ExitStatus::write_error, "cannot run the shell");
        told.push_back(command + " " + variables.at("REKLAMAATIO_EMAIL") + " "
                       + variables.at("REKLAMAATIO_COUNT") + " " + input);
        return 0;
    }
    int run_for_person(const std::string&, const std::map<std::string, std::string>&,
                       const std::optional<std::string>&) const override {
        return 1;
    }
    mutable std::vector<std::string> told;

  private:
    std::string m_fails_for, m_lacks_for;
};

std::string text_of(const Digest& digest) {
    std::string text;
    for (const auto& alert : digest.alerts)
        text += to_string(alert.complaint) + ";";
    return text;
}

// A database in a folder: alerts are marked as sent through a connection of its own.
class Told {
  public:
    Told() {
        auto store = store::Store::open_for_writing(path(), true, store::tests::founding());
        store::tests::Desk(store).apply_policy(k_office_policy, utc("2026-01-02T06:00:00Z"));
        log(store, k_opening_time, "maria");
        log(store, k_opening_time, "pekka");
        store.commit();
    }

    // Gives what the failures say; empty when all were told.
    std::string deliver_with(const FakeShell& shell) const {
        auto store = store::Store::open_for_reading(path());
        const time::FixedClock clock(utc(k_late));
        Desk desk(store, clock, utc(k_late), "cron", "alerts");
        auto news = due_alerts(desk);
        std::erase_if(news, [](const DueAlert& alert) { return !alert.is_news(); });
        fill_in(desk, news);
        std::istringstream in;
        std::ostringstream out, err;
        const host::Environment environment{
            {}, in, out, err, {}, false, false, false, 0, 0, clock, [] { return ""; }, shell};
        return complaint::tests::message_of<host::Failure>([&] {
            deliver(desk, std::move(news), {"mail", std::chrono::seconds{60}, environment, text_of});
        });
    }

  private:
    std::filesystem::path path() const { return m_folder / "r.db"; }
    store::tests::TemporaryFolder m_folder;
};

} // namespace

TEST_CASE("everybody is told once each their own") {
    const Told office;
    const FakeShell shell("");
    CHECK(office.deliver_with(shell).empty());
    CHECK(shell.told
          == std::vector<std::string>{"mail maria@example.fi 1 R-1;", "mail pekka@example.fi 1 R-2;"});
    CHECK(office.deliver_with(shell).empty());
    CHECK(shell.told.size() == 2);
}

TEST_CASE("what a command failed to send comes again and only that") {
    const Told office;
    const FakeShell failing("maria");
    CHECK(office.deliver_with(failing)
          == "the command for maria ended with status 7; maria's alerts will be sent again");
    CHECK(failing.told == std::vector<std::string>{"mail pekka@example.fi 1 R-2;"});
    const FakeShell shell("");
    office.deliver_with(shell);
    CHECK(shell.told == std::vector<std::string>{"mail maria@example.fi 1 R-1;"});
}

TEST_CASE("who was told before nobody more could be told is named and is not told again") {
    const Told office;
    const FakeShell lacking("", "pekka");
    CHECK(office.deliver_with(lacking)
          == "cannot run the shell\nmaria was told before; that stands all the same");
    CHECK(office.deliver_with(lacking) == "cannot run the shell");
    CHECK(lacking.told.size() == 1);
}

} // namespace reklamaatio::casework::tests
