/** The register of accounts, contracts, owners and invoices: what a record must be, and when it has changed. */
@NullMarked
package io.playcaller.ingest.register;

import org.jspecify.annotations.NullMarked;
