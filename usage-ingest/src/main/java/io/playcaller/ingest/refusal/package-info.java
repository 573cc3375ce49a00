/** How this service says no: a code, the fields at fault, what was expected and what came. */
@NullMarked
package io.playcaller.ingest.refusal;

import org.jspecify.annotations.NullMarked;
