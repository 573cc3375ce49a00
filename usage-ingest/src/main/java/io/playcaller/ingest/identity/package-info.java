/**
 * Which account somebody is of, as far as it is no matter of one person: e-mail domains that accounts claim, and accounts that go
 * by another's id. Claims and merges are written by {@code register}; which edges a person has is decided in {@code person}.
 */
@NullMarked
package io.playcaller.ingest.identity;

import org.jspecify.annotations.NullMarked;
