// SPDX-License-Identifier: GPL-3.0-or-later
// [procedure], [retention] and [vocabulary].
#include "complaint/error.hpp"
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {

using complaint::Kind;
using complaint::Step;
using rulebook::Listed;

TEST_CASE("procedure and retention and vocabulary are read into their places") {
    const auto p = read(R"([organisation]
[procedure]
required.claim = ["understand", "apologise", "fix"]
required.remark = "empathise"
remind_after = "5d"
[retention]
erase_after = "18mo"
[vocabulary]
categories = ["damage", "delay"]
products = ["stove"]
remedies = ["spare part"]
)",
                        "p.toml");
    CHECK(p.steps_required_of(Kind::claim) == std::vector{Step::understand, Step::apologise, Step::fix});
    CHECK(p.steps_required_of(Kind::remark) == std::vector{Step::empathise});
    CHECK(p.steps_required_of(Kind::complaint).empty());
    CHECK(p.remind_after == time::Target{5, time::Unit::days});
    CHECK_FALSE(read("[organisation]\n", "p").remind_after);
    CHECK(p.erase_after == rulebook::Age{18, rulebook::AgeUnit::months});
    CHECK(p.words.words(Listed::categories) == std::vector<std::string_view>{"damage", "delay"});
    CHECK(p.words.is_closed(Listed::products));
    CHECK_FALSE(p.words.is_closed(Listed::causes));
    CHECK(p.words.words(Listed::remedies).back() == "spare part");
    CHECK_FALSE(read("[organisation]\n", "p").erase_after);
}

TEST_CASE("what is wrong with them is named where it stands") {
    check_behind(
        "[organisation]\n",
        {
            {"[procedure]\nrequired.claims = [\"fix\"]\n",
             "p.toml:3:10: [procedure] required has no key 'claims'; did you mean 'claim'?"},
            {"[procedure]\nrequired.claim = [\"fix\", \"fixx\"]\n",
             "p.toml:3:26: 'fixx' is not a step (empathise, understand, apologise, fix, compensate); did you "
             "mean 'fix'?"},
            {"[procedure]\nrequired.claim = [\"fix\", \"fix\"]\n",
             "p.toml:3:26: 'fix' is listed twice; remove one"},
            {"[procedure]\nrequired = [\"fix\"]\n",
             "p.toml:3:12: [procedure]: required must be a table; write required.claim = [\"understand\"]"},
            {"[procedure]\nsteps = [\"fix\"]\n",
             "p.toml:3:1: [procedure] has no key 'steps'; it has required, remind_after"},
            {"[procedure]\nremind_after = \"soon\"\n",
             "p.toml:3:16: 'soon' has no number; write 4h, 2bd or 14d"},
            {"[procedure]\nremind_after = \"3bd\"\n", "p.toml:3:16: '3bd' is working time, and the policy "
                                                      "has no calendar; add one, or write days (d)"},
            {"[retention]\nerase_after = \"3m\"\n",
             "p.toml:3:15: '3m' would be minutes; write 3mo for months"},
            {"[retention]\nerase_after = 3\n",
             "p.toml:3:15: [retention]: erase_after must be a string in quotes"},
            {"[retention]\nerase = \"3y\"\n",
             "p.toml:3:1: [retention] has no key 'erase'; did you mean 'erase_after'?"},
            {"[vocabulary]\ncategory = [\"a\"]\n",
             "p.toml:3:1: [vocabulary] has no key 'category'; did you mean 'categories'?"},
            {"[vocabulary]\ncategories = [\"a\", \"b\", \"a\"]\n",
             "p.toml:3:25: 'a' is listed twice; remove one"},
            {"[vocabulary]\ncauses = [\"\"]\n", "p.toml:3:11: '' is not a word; remove it"},
            {"[vocabulary]\ncategories = []\n", "p.toml:3:14: [vocabulary]: categories is empty, so every "
                                                "word would be refused; add words, or remove it"},
            {"[vocabulary]\nremedies = []\n", ""},
            {"[vocabulary]\nproducts = [\"a\"]\n[[sla]]\nproduct = [\"b\"]\n",
             "p.toml:5:12: 'b' is not a product (a)"},
        });
    CHECK(faults_of("[organisation]\n[vocabulary]\ntags = [\"a;b\"]\n").starts_with("p.toml:3:9: "));
}

} // namespace reklamaatio::policy::tests
