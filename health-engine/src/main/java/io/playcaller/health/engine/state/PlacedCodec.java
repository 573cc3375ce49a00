package io.playcaller.health.engine.state;

import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.profile.Placed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where an account was placed, as bytes. The profile that was said with its score, mostly the same, is not written again. */
final class PlacedCodec {

    private PlacedCodec() {}

    static void write(ByteWriter out, @Nullable Placed placed, @Nullable Profile said) {
        out.bool(placed != null);
        if (placed != null) {
            boolean same = placed.profile().equals(said);
            out.bool(same);
            if (!same) {
                StandingCodec.profile(out, placed.profile());
            }
            out.text(placed.waitsFor() == null ? "" : placed.waitsFor());
            out.signed(placed.waitsSince());
            out.signed(placed.targetAt());
            out.signed(placed.stallsAt());
        }
    }

    /** Of a state of before it is found out with its next step. */
    static @Nullable Placed read(ByteReader in, @Nullable Profile said) {
        if (in.version() < StateCodec.WITH_PLACES || !in.bool()) {
            return null;
        }
        Profile profile = in.bool() ? Objects.requireNonNull(said, "said") : StandingCodec.profile(in);
        String waitsFor = in.text();
        return new Placed(profile, waitsFor.isEmpty() ? null : waitsFor, in.signed(), in.signed(), in.signed());
    }
}
