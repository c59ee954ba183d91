// SPDX-License-Identifier: GPL-3.0-or-later
// Makes phone_examples.tsv again: numbers, and how Google's library says that people write and dial them.
//   npm install --prefix FOLDER google-libphonenumber
//   node tests/complaint/phone_examples.mjs FOLDER >tests/complaint/phone_examples.tsv
import {createRequire} from 'node:module';
import {resolve} from 'node:path';

const require = createRequire(resolve(process.argv[2], 'node_modules', 'x'));
const {version} = require('google-libphonenumber/package.json');
const {PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil} = require('google-libphonenumber');
const library = PhoneNumberUtil.getInstance();

console.log(`# Example numbers of libphonenumber, Copyright (C) The Libphonenumber Authors, as the npm package
# google-libphonenumber ${version} carries them, under the Apache License 2.0 (https://www.apache.org/licenses/LICENSE-2.0).
# tests/complaint/phone_examples.mjs makes this file; do not edit it by hand.
# Columns: country; number (ITU-T E.164); how it is written there. Of each country a fixed, a mobile and a free number
# as they are written within it, and a foreign number as it is dialled there.`);
// Ascension and Tristan da Cunha have no code in ISO 3166.
for (const country of library.getSupportedRegions().filter(code => code !== 'AC' && code !== 'TA').sort()) {
    const written = new Map();
    for (const type of [PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE]) {
        const number = library.getExampleNumberForType(country, type);
        if (number) written.set(library.format(number, PhoneNumberFormat.E164), library.format(number, PhoneNumberFormat.NATIONAL));
    }
    const foreign = library.getExampleNumberForType(library.getCountryCodeForRegion(country) === 358 ? 'PL' : 'FI', PhoneNumberType.MOBILE);
    written.set(library.format(foreign, PhoneNumberFormat.E164), library.formatOutOfCountryCallingNumber(foreign, country));
    for (const [number, text] of written) console.log([country, number, text].join('\t'));
}
