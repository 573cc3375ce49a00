package io.playcaller.health.engine.state;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.model.Places;
import io.playcaller.health.engine.score.Levels;
import io.playcaller.health.engine.score.Overridden.Part;
import io.playcaller.health.engine.score.Readings;
import io.playcaller.health.engine.score.Said;
import io.playcaller.health.engine.score.Unsaid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an account stands, as bytes. */
final class StandingCodec {

    private StandingCodec() {}

    static void write(ByteWriter out, Standing standing) {
        out.signed(standing.boundary());
        said(out, standing.said());
        WatchCodec.write(out, standing.watch());
        out.all(standing.freeze().aliveThrough().entrySet(), (to, frozen) -> {
            Code.FEED.write(to, frozen.getKey());
            to.signed(frozen.getValue());
        });
        out.all(standing.freeze().sources(), ByteWriter::text);
        out.signed(standing.freeze().usageFrom());
        out.text(standing.model());
        out.bool(standing.importing());
    }

    static Standing read(ByteReader in) {
        return new Standing(in.signed(), said(in), WatchCodec.read(in), freeze(in), in.text(), in.bool());
    }

    private static Freeze freeze(ByteReader in) {
        Map<Feed, Long> alive = new EnumMap<>(Feed.class);
        int count = in.integer();
        for (int i = 0; i < count; i++) {
            alive.put(Code.FEED.read(in), in.signed());
        }
        List<String> sources = in.all(ByteReader::text);
        long usageFrom = in.version() < StateCodec.WITH_ABSENCE ? Freeze.UNHEARD : in.signed();
        return new Freeze(alive, sources, usageFrom);
    }

    private static void said(ByteWriter out, Said said) {
        levels(out, said.levels());
        out.bool(said.grade() != null);
        if (said.grade() != null) {
            Code.GRADE.write(out, said.grade());
        }
        out.bool(said.profile() != null);
        if (said.profile() != null) {
            profile(out, said.profile());
        }
        out.unsigned(said.confidence());
        out.signed(said.adoption());
        out.tie(said.extras());
        JudgementCodec.parts(out, said.overridden());
        ReadingsCodec.write(out, said.readings());
        out.signed(said.children());
        UnsaidCodec.write(out, said.readings().unsaid(), said.levels());
    }

    private static Said said(ByteReader in) {
        Levels levels = levels(in);
        Grade grade = in.bool() ? Code.GRADE.read(in) : null;
        Profile profile = in.bool() ? profile(in) : null;
        int confidence = in.integer();
        long adoption = adoption(in);
        int extras = in.tie();
        List<Part> overridden = JudgementCodec.parts(in);
        Readings readings = in.version() < StateCodec.WITH_READINGS ? Readings.NONE : ReadingsCodec.read(in);
        long children = in.version() < StateCodec.WITH_CHILDREN ? 0 : in.signed();
        Unsaid unsaid = in.version() < StateCodec.WITH_UNSAID ? Unsaid.NOTHING : UnsaidCodec.read(in, levels);
        return new Said(
                levels, grade, profile, confidence, adoption, extras, overridden, readings.with(unsaid), children);
    }

    /** States of before say 0 also where nothing is known. */
    private static long adoption(ByteReader in) {
        if (in.version() >= StateCodec.WITH_UNKNOWN_ADOPTION) {
            return in.signed();
        }
        long adoption = in.unsigned();
        return adoption == 0 ? Reading.MISSING : adoption;
    }

    private static void levels(ByteWriter out, Levels levels) {
        out.text(levels.card());
        out.signed(levels.floor());
        out.unsigned(Places.KNOWN.size());
        for (int i = 0; i < Places.KNOWN.size(); i++) {
            level(out, levels, i);
        }
        out.all(levels.places().declared(), (to, id) -> {
            to.text(id);
            level(to, levels, levels.places().of(id));
        });
    }

    private static void level(ByteWriter out, Levels levels, int place) {
        out.signed(levels.points()[place]);
        out.unsigned(levels.weights()[place]);
    }

    /** A state of fewer measures than are known now lacks the new ones. */
    private static Levels levels(ByteReader in) {
        String card = in.text();
        long floor = in.signed();
        long[] points = Levels.NONE.points().clone();
        int[] weights = new int[points.length];
        int count = in.integer();
        for (int i = 0; i < count; i++) {
            points[i] = in.signed();
            weights[i] = in.integer();
        }
        Levels known = new Levels(card, Places.KNOWN, points, weights, floor);
        return in.version() < StateCodec.WITH_DECLARED ? known : withDeclared(in, known);
    }

    private static Levels withDeclared(ByteReader in, Levels known) {
        record Level(String id, long points, int weight) {}
        List<Level> declared = in.all(from -> new Level(from.text(), from.signed(), from.integer()));
        if (declared.isEmpty()) {
            return known;
        }
        Places places = Places.of(declared.stream().map(Level::id).toList());
        long[] points = Arrays.copyOf(known.points(), places.size());
        int[] weights = Arrays.copyOf(known.weights(), places.size());
        for (int i = 0; i < declared.size(); i++) {
            points[Places.KNOWN.size() + i] = declared.get(i).points();
            weights[Places.KNOWN.size() + i] = declared.get(i).weight();
        }
        return new Levels(known.card(), places, points, weights, known.floor());
    }

    static void profile(ByteWriter out, Profile profile) {
        out.text(profile.segment());
        out.text(profile.tier());
        out.text(profile.stage());
        out.signed(profile.stageSince().toEpochMilli());
        out.bool(profile.arr() != null);
        if (profile.arr() != null) {
            out.signed(profile.arr().minor());
            out.text(profile.arr().currency());
        }
        date(out, profile.renewalOn());
        date(out, profile.noticeBy());
    }

    static Profile profile(ByteReader in) {
        String segment = in.text();
        String tier = in.text();
        String stage = in.text();
        Instant since = Instant.ofEpochMilli(in.signed());
        Money arr = in.bool() ? new Money(in.signed(), in.text()) : null;
        return new Profile(segment, tier, stage, since, arr, date(in), date(in));
    }

    private static void date(ByteWriter out, @Nullable LocalDate date) {
        out.signed(date == null ? Long.MAX_VALUE : date.toEpochDay());
    }

    private static @Nullable LocalDate date(ByteReader in) {
        long day = in.signed();
        return day == Long.MAX_VALUE ? null : Days.date(day);
    }
}
