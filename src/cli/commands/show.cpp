// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/dossier.hpp"
#include "casework/own_fields.hpp"
#include "cli/complaint_list.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "store/complaints.hpp"
#include "store/overviews.hpp"
#include "view/page/complaint_page.hpp"
#include "view/tables/complaint_record.hpp"
#include "view/tables/complaint_table.hpp"

namespace reklamaatio::cli {

namespace {

class Show final : public Command {
  public:
    void declare(Options& options) override { options.arguments("ID", m_ids, std::string(k_ids_help)); }

    void prepare(const host::Environment& environment) override {
        check_are_complaints(m_ids);
        m_ids = with_standard_input(m_ids, environment.in);
    }

    std::vector<render::Column> columns() const override { return view::all_complaint_columns(); }

    host::ExitStatus run(Session& session) override {
        const auto complaints = session.desk().complaints(m_ids);
        if (!session.settings().columns.empty()) {
            show_columns(session, complaints);
        } else if (session.prints_objects()) {
            print_json(session, complaints);
        } else if (session.prints_text()) {
            print_pages(session, complaints);
        } else {
            show_columns(session, complaints);
        }
        return host::ExitStatus::done;
    }

  private:
    static void show_columns(Session& session, const std::vector<complaint::Complaint>& complaints) {
        store::Filter filter;
        for (const auto& complaint : complaints)
            filter.ids.push_back(complaint.id);
        if (filter.ids.empty()) filter.ids.push_back({}); // nobody's number: no filter would mean all
        show_complaints(session, filter, {}, view::export_columns());
    }

    static void print_pages(Session& session, const std::vector<complaint::Complaint>& complaints) {
        bool first = true;
        for (const auto& complaint : complaints) {
            if (!first) session.out() << '\n';
            first = false;
            session.out() << view::complaint_page(
                casework::read_dossier(session.desk().database(), complaint.id), session.desk().policy(),
                session.desk().now(), session.style(), session.desk().language());
        }
    }

    static void print_json(Session& session, const std::vector<complaint::Complaint>& complaints) {
        render::ObjectFrame objects(session.out(), session.settings().format);
        objects.open();
        const exchange::FieldSet fields(casework::shown_fields(session.desk()));
        for (const auto& complaint : complaints)
            objects.add(
                view::complaint_record(casework::read_dossier(session.desk().database(), complaint.id),
                                       fields, session.desk().policy(), session.desk().now()));
        objects.end();
    }

    std::vector<std::string> m_ids;
};

} // namespace

extern constexpr CommandRow k_show{
    "show",
    Group::front,
    Access::read,
    "show one complaint on a page",
    R"(Shows who complains of what, where each clock stands, the steps, offers and promises, how it ended, what was
done and said, duplicates included, and last what is owed next and the command that may be typed now. Lengths
of working time say so; all others are calendar time.

As JSON: the fields of an export, and lists: deadlines, steps (all five), promises, offers, actions,
conversation, merged, history and a few more; every key is always there.)",
    {{{"reklamaatio show R-12", "on a page"},
      {"reklamaatio show ref:shop/4711", "by the reference of another system"},
      {"reklamaatio show R-12 --json", "for a script"}}},
    make<Show>};

} // namespace reklamaatio::cli
