// SPDX-License-Identifier: GPL-3.0-or-later
// What one row of a file says of a complaint, before anybody judged it.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/money.hpp"
#include "exchange/date_forms.hpp"
#include "time/zone.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

// What the rows of a file call a complaint, as it stands there; where that is a number, be it ours or not, #17 and 17
// are one.
struct Label {
    std::string text; // empty: nothing
    std::optional<complaint::Id> number = {};
};

struct Draft {
    complaint::Complaint complaint;  // id, customer and merged_into not set
    complaint::Customer customer;    // its id is that of the file, where the file is ours
    std::optional<complaint::Id> id; // ours
    Label label;
    Label survivor; // of the complaint that it was merged into
    // Fields of its end and of the answer before whose times are a day alone, and stand for some time of that day.
    std::vector<std::string_view> whole_days;
};

// What the texts under `id` are: a number as we write it, R-124, is always ours.
enum class Ids {
    ours,      // the file has uids, so that it is an export of ours
    foreign,   // those of another system, which says in `ref` what it calls a complaint
    references // likewise, and they are what it calls them
};

// How the texts of a file are to be read.
struct Reading {
    time::Zone zone = time::Zone::utc();
    DateForms dates;
    complaint::DecimalMark decimal_mark = complaint::DecimalMark::either;
    std::string currency; // of customer_value, and of amounts without one
    Ids ids = Ids::ours;
    char tag_separator = ';';
};

} // namespace reklamaatio::exchange
