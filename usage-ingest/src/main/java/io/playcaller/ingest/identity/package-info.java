/** Which account somebody is of: e-mail domains that accounts claim, and accounts that go by another's id. */
@NullMarked
package io.playcaller.ingest.identity;

import org.jspecify.annotations.NullMarked;
