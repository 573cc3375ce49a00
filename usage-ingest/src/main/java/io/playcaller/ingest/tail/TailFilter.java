package io.playcaller.ingest.tail;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told.
 *
 * @param source only what it sent; null for all
 * @param refusedOnly only what was refused
 */
public record TailFilter(@Nullable String source, boolean refusedOnly) {

    /** Whether anything of this source may be wanted. */
    public boolean wantsSource(@Nullable String sender) {
        return source == null || source.equals(sender);
    }

    public boolean wants(TailLine line) {
        return wantsSource(line.source().orElse(null)) && (!refusedOnly || line instanceof TailLine.Refused);
    }
}
