package io.playcaller.health.engine.state;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.episode.Phase;
import io.playcaller.health.engine.episode.Told;
import io.playcaller.health.engine.episode.Track;
import io.playcaller.health.engine.episode.Verdict;
import io.playcaller.health.engine.episode.Watch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Track, phases and what was told, as bytes. */
final class WatchCodec {

    private WatchCodec() {}

    static void write(ByteWriter out, Watch watch) {
        track(out, watch.track());
        out.signed(watch.baseAt());
        PhaseCodec.write(out, watch.base());
        out.all(watch.told(), WatchCodec::told);
    }

    static Watch read(ByteReader in) {
        Track track = track(in);
        long baseAt = in.signed();
        List<Phase> base = new ArrayList<>(PhaseCodec.read(in));
        while (base.size() < Watch.NEW.base().size()) {
            base.add(Phase.IDLE);
        }
        return new Watch(track, baseAt, base, in.all(WatchCodec::told));
    }

    /** Times and flags as distances: most points are a day apart and alike. The lowest bit says whether the card is another. */
    private static void track(ByteWriter out, Track track) {
        out.unsigned(track.at().length);
        long at = 0;
        long flags = 0;
        int score = 0;
        int card = 0;
        for (int i = 0; i < track.at().length; i++) {
            boolean other = track.cards()[i] != card;
            out.signed(track.at()[i] - at);
            out.signed(track.scores()[i] - score);
            out.unsigned((track.flags()[i] ^ flags) << 1 | (other ? 1 : 0));
            if (other) {
                out.unsigned(track.cards()[i]);
            }
            at = track.at()[i];
            score = track.scores()[i];
            flags = track.flags()[i];
            card = track.cards()[i];
        }
    }

    private static Track track(ByteReader in) {
        int size = in.count();
        long[] at = new long[size];
        int[] scores = new int[size];
        long[] flags = new long[size];
        int[] cards = new int[size];
        boolean apart = in.version() >= StateCodec.WITH_CARDS;
        for (int i = 0; i < size; i++) {
            at[i] = in.signed() + (i == 0 ? 0 : at[i - 1]);
            scores[i] = (int) in.signed() + (i == 0 ? 0 : scores[i - 1]);
            long moved = in.unsigned();
            flags[i] = (apart ? moved >>> 1 : moved) ^ (i == 0 ? 0 : flags[i - 1]);
            cards[i] = apart && (moved & 1) != 0 ? in.integer() : i == 0 ? 0 : cards[i - 1];
        }
        if (in.version() < StateCodec.WITH_OBJECTIVES) {
            return Track.ofTwentyRules(at, scores, flags);
        }
        return apart ? new Track(at, scores, flags, cards) : Track.ofTwentyFourRules(at, scores, flags);
    }

    private static void told(ByteWriter out, Told told) {
        out.unsigned(told.rule());
        out.signed(told.openedAt());
        out.unsigned(told.openings());
        out.unsigned(told.transition());
        Code.STATUS.write(out, told.status());
        Code.MUTED.write(out, told.muted());
        out.text(told.verdict().reason().code());
        Code.SEVERITY.write(out, told.verdict().severity());
        Code.ORIGIN.write(out, told.verdict().origin());
        out.all(told.verdict().reasons().stream().map(Reason::code).sorted().toList(), ByteWriter::text);
        subjects(out, told.verdict().subjects());
    }

    /** Their number and one; 0 where nobody knows. */
    private static void subjects(ByteWriter out, @Nullable Set<Long> subjects) {
        if (subjects == null) {
            out.unsigned(0);
            return;
        }
        out.unsigned(subjects.size() + 1L);
        subjects.stream().sorted().forEach(out::unsigned);
    }

    private static @Nullable Set<Long> subjects(ByteReader in) {
        int counted = in.version() < StateCodec.WITH_ABSENCE ? 0 : in.integer();
        if (counted == 0) {
            return null;
        }
        Set<Long> subjects = new HashSet<>();
        for (int i = 1; i < counted; i++) {
            subjects.add(in.unsigned());
        }
        return subjects;
    }

    private static Told told(ByteReader in) {
        return new Told(
                in.integer(),
                in.signed(),
                in.integer(),
                in.integer(),
                Code.STATUS.read(in),
                Code.MUTED.read(in),
                new Verdict(
                        Reason.ofWire(in.text()),
                        Code.SEVERITY.read(in),
                        Code.ORIGIN.read(in),
                        in.all(from -> Reason.ofWire(from.text())).stream().collect(Collectors.toUnmodifiableSet()),
                        subjects(in)));
    }
}
