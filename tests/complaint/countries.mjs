// SPDX-License-Identifier: GPL-3.0-or-later
// Makes src/complaint/countries.tsv again, when a numbering plan has changed. Nothing else needs Node.js.
//   npm install --prefix FOLDER libphonenumber-js
//   node tests/complaint/countries.mjs FOLDER >src/complaint/countries.tsv
import {readFileSync} from 'node:fs';

const library = `${process.argv[2]}/node_modules/libphonenumber-js`;
const {version} = JSON.parse(readFileSync(`${library}/package.json`));
const metadata = JSON.parse(readFileSync(`${library}/metadata.max.json`));
const names = readFileSync('/usr/share/zoneinfo/iso3166.tab', 'utf8').split('\n')
    .filter(line => line && !line.startsWith('#')).map(line => line.split('\t'));
// No code of ISO 3166, but the one that everybody uses.
names.push(['XK', 'Kosovo']);

// Prefixes that choose a carrier come by the hundred in some countries, and nobody writes them.
const most_prefixes = 50;
const longest_prefix = 8;
const by_length = (a, b) => b.length - a.length || (a < b ? -1 : 1);

// The metadata has a regular expression of digits for everything. So that it can be asked about the beginning of a
// word, each class of digits also takes '*' for a digit that is not known, and '#' for one that is not 0.
function loosened(pattern) {
    const classes = pattern.replace(/\{[^}]*\}|\\d|\[[^\]]*\]|\d/g, part => {
        if (part.startsWith('{')) return part;
        const digits = part === '\\d' ? '0-9' : part.replace(/^\[|\]$/g, '');
        return `[${digits}*${/[1-9]/.test(digits) ? '#' : ''}]`;
    });
    return new RegExp(`^(?:${classes})$`);
}

// All that fits a regular expression; nothing when that is too much.
function words(pattern) {
    const fits = loosened(pattern);
    const found = [];
    const extend = word => {
        if (word && fits.test(word)) found.push(word);
        for (const longer of [...'0123456789'].map(digit => word + digit))
            for (let length = longer.length; length <= longest_prefix; ++length)
                if (fits.test(longer.padEnd(length, '*'))) {
                    extend(longer);
                    break;
                }
    };
    extend('');
    return found.length <= most_prefixes ? found : [];
}

// How long the numbers of a calling code can be that begin so and go on with another digit than 0.
function lengths(calling_code, beginning) {
    const kinds = metadata.country_calling_codes[calling_code].map(code => metadata.countries[code])
        .flatMap(country => (country[11] || [[country[2]]]).filter(Boolean)
            .map(([pattern, its]) => ({fits: loosened(pattern), lengths: its || country[3]})));
    return new Set(kinds.flatMap(({fits, lengths}) => lengths
        .filter(length => length > beginning.length && fits.test(`${beginning}#`.padEnd(length, '*')))));
}

// 0 is among them (but in Hungary, which has 06), as people write "(0)" for every country. Where a prefix can be the
// beginning of a number as well, the length of the rest decides: "8:10" is 8 in front of ten digits.
function national_prefixes(calling_code) {
    const [, , , , , its, , parsing, transform] = metadata.countries[metadata.country_calling_codes[calling_code][0]];
    const prefix = its || '0';
    const found = new Set(prefix.startsWith('0') ? [prefix] : ['0', prefix]);
    // What is transformed stands in area_code(); but Brazil only says that a whole number follows a carrier's code.
    if (parsing && (!transform || calling_code === '55'))
        for (const word of words(parsing.replace('(\\d{10,11})', '')))
            if (word.length <= 2 || word.startsWith(prefix)) found.add(word);
    return [...found].sort(by_length).flatMap(prefix => {
        const shorter = ['', ...found].filter(other => other !== prefix && prefix.startsWith(other));
        const taken = new Set(shorter.flatMap(other =>
            [...lengths(calling_code, prefix.slice(other.length))].map(length => other.length + length)));
        if (taken.size === 0) return [prefix];
        return [...lengths(calling_code, '')].filter(length => !taken.has(prefix.length + length))
            .sort((a, b) => a - b).map(length => `${prefix}:${length}`);
    });
}

// 00 is among them wherever no number begins with 00, as it is what people from most other countries write.
function international_prefixes([calling_code, pattern, , , , national]) {
    const found = new Set(words(pattern));
    const beginnings = ['00', national && '00'.startsWith(national) && '0'].filter(Boolean);
    if (beginnings.every(beginning => lengths(calling_code, beginning).size === 0)) found.add('00');
    return [...found].sort(by_length);
}

// "264:7": a number of seven digits lacks the 264 in front.
function area_code([, , , , , , , parsing, transform]) {
    const [, area] = /^(\d+)\$1$/.exec(transform || '') || [];
    const [, digits] = /^\((?:\[[-\d]+\]|\d)\\d\{(\d)\}\)\$/.exec(parsing || '') || [];
    return area && digits ? `${area}:${Number(digits) + 1}` : '';
}

console.log(`# How the countries of ISO 3166 dial: facts from the metadata of libphonenumber, Copyright (C) The Libphonenumber
# Authors, as the npm package libphonenumber-js ${version} carries it, under the Apache License 2.0
# (https://www.apache.org/licenses/LICENSE-2.0); names from iso3166.tab of the tz database, which is in the public
# domain. tests/complaint/countries.mjs makes this file; do not edit it by hand.
# Columns: code; calling code (ITU-T E.164), none where there is no numbering plan; international prefixes, dialled in
# front of a calling code, longest first; national prefixes, dialled within the country and left out from abroad, longest
# first, "8:10" being 8 in front of ten digits only; area code that short numbers lack, "264:7" being that of numbers of
# seven digits; name. People write 00 and 0 for any country, so they stand wherever no number begins with them.`);
for (const [code, name] of names.sort()) {
    const country = metadata.countries[code];
    console.log((country ? [code, country[0], international_prefixes(country).join(' '),
        national_prefixes(country[0]).join(' '), area_code(country), name] : [code, '', '00', '', '', name]).join('\t'));
}
