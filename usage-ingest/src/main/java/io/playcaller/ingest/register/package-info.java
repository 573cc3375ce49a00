/**
 * The register of accounts, contracts, owners, invoices, opportunities, loss reviews, references and claims of domains: what a
 * record must be, and when it has changed; and merges of accounts.
 */
@NullMarked
package io.playcaller.ingest.register;

import org.jspecify.annotations.NullMarked;
