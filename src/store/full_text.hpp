// SPDX-License-Identifier: GPL-3.0-or-later
// The words by which complaints are found (word_search.hpp). Each complaint, and each customer, has a document in an index:
// what is said about it, as the views complaint_document and customer_document put it together. The indexes keep no text of
// their own: what they know is taken out with the document as it was, and put in again with the document as it is.
#pragma once

#include "complaint/event.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reklamaatio::store {

// Whether an event changes a document.
bool changes_words(const complaint::Event& event);

// Call the one before, the other after a document changes.
void forget_words(Database& database, complaint::Id complaint);
void learn_words(Database& database, complaint::Id complaint);
void forget_words(Database& database, complaint::CustomerId customer);
void learn_words(Database& database, complaint::CustomerId customer);

// For a great many documents: each statement that ends makes the index write what it has gathered, which costs
// more than the words.
class ForgottenWords {
  public:
    explicit ForgottenWords(Database& database) : m_database(database) {}
    // Before a document changes for the first time.
    void add(complaint::Id complaint);
    void add(complaint::CustomerId customer);
    // Forgets what was added; to be called at the end.
    void forget_all();

  private:
    void make_room();

    Database& m_database;
    std::size_t m_kept = 0; // documents that are still to be forgotten
};

// Learns the words of all that the log tells of from this event on, which must be forgotten.
void learn_words_since(Database& database, std::int64_t event);

// Whether the indexes hold the words of the documents, each as often. Makes an index of all documents for
// that, in temporary files.
std::vector<std::string> faults_of_words(Database& database);

} // namespace reklamaatio::store
