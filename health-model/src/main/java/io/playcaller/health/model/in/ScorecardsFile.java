package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.Curve;
import io.playcaller.health.engine.model.Declared;
import io.playcaller.health.engine.model.Expression;
import io.playcaller.health.engine.model.Grades;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.ProductMeasure;
import io.playcaller.health.engine.model.ProfileRules;
import io.playcaller.health.engine.model.RollUp;
import io.playcaller.health.engine.model.Scorecard;
import io.playcaller.health.engine.model.Scoring;
import io.playcaller.health.engine.model.StageRule;
import io.playcaller.health.engine.model.TicketAges;
import io.playcaller.health.engine.model.TierRule;
import io.playcaller.health.engine.model.Windows;
import io.playcaller.health.engine.model.Yardstick;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code scorecards.yaml}: measures with their curves, cards with their weights, grades, and when tickets count. */
final class ScorecardsFile {

    static final String NAME = "scorecards.yaml";

    private static final Set<String> MEASURES =
            Arrays.stream(MeasureKind.values()).map(MeasureKind::id).collect(Collectors.toCollection(TreeSet::new));
    private static final Set<String> WITH_DAYS =
            Windows.settable().stream().map(MeasureKind::id).collect(Collectors.toCollection(TreeSet::new));
    private static final Set<String> OF_PRODUCTS = Arrays.stream(ProductMeasure.Kind.values())
            .map(ProductMeasure.Kind::id)
            .collect(Collectors.toCollection(TreeSet::new));
    private static final Set<String> REASONS = Arrays.stream(Reason.values())
            .filter(reason -> reason != Reason.UNKNOWN)
            .map(Reason::code)
            .collect(Collectors.toCollection(TreeSet::new));
    private static final Set<String> ROLL_UPS =
            Arrays.stream(RollUp.values()).map(RollUp::word).collect(Collectors.toCollection(TreeSet::new));
    private static final int WEIGHTS_SUM = 100;

    private final YamlMap top;
    private final ModelReader reader;
    private final Optional<ProfileRules> profile;
    private final ValuePart values;
    private final Map<MeasureKind, Integer> days = new EnumMap<>(MeasureKind.class);
    private int declared;

    /** @param profile empty where it could not be read: then nothing is held against its stages and tiers */
    ScorecardsFile(YamlMap top, ModelReader reader, Optional<ProfileRules> profile) {
        this.top = top;
        this.reader = reader;
        this.profile = profile;
        this.values = new ValuePart(reader);
    }

    /** The name that people see. */
    String modelName() {
        return top.text("model");
    }

    Optional<Scoring> read() {
        return reader.file(top, "scorecards", map -> {
            modelName();
            List<Measure> measures = reader.parts(top, "measures", "measure", this::measure);
            Set<String> dimensions = measures.stream().map(Measure::dimension).collect(Collectors.toSet());
            List<Scorecard> cards = reader.parts(top, "scorecards", "card", card -> card(card, dimensions));
            Optional<Grades> grades = reader.part(top, "grades", ScorecardsFile::grades);
            Optional<TicketAges> tickets = reader.part(top, "tickets", ScorecardsFile::tickets);
            List<ProductMeasure> products =
                    top.has("products") ? reader.parts(top, "products", "measure", this::product) : List.of();
            return new Scoring(measures, cards, required(grades), required(tickets), products, Windows.with(days));
        });
    }

    private Measure measure(YamlMap map) {
        Supplier<Yardstick> kind = map.has("value") ? declared(map) : known(map);
        String dimension = map.text("dimension");
        int weight = map.integer("weight", 1, 1000);
        String reason = map.oneOf("reason", REASONS);
        boolean optional = map.has("optional") && map.bool("optional");
        Optional<Curve> curve = reader.part(map, "curve", ScorecardsFile::curve);
        Optional<Curve> relative =
                map.has("relative") ? reader.part(map, "relative", ScorecardsFile::curve) : Optional.empty();
        return new Measure(
                kind.get(),
                dimension,
                weight,
                required(curve),
                required(Reason.ofCode(reason)),
                optional,
                relative.orElse(null));
    }

    private Supplier<Yardstick> known(YamlMap map) {
        String id = map.oneOf("measure", MEASURES);
        MeasureKind.ofId(id).ifPresent(kind -> days(map, kind));
        return () -> required(MeasureKind.ofId(id));
    }

    /** Made when all keys were read, so that a refusal hides no other fault. */
    private Supplier<Yardstick> declared(YamlMap map) {
        String id = map.text("measure");
        String label = map.optionalText("label").orElse("");
        Optional<Expression> value = values.read(map);
        return () -> new Declared(declared++, id, label, required(value));
    }

    /** How far the measure looks back, where the file says so. */
    private void days(YamlMap map, MeasureKind kind) {
        if (!map.has("days")) {
            return;
        }
        if (Windows.most(kind) == 0) {
            map.problem(
                    "days",
                    "`" + kind.id() + "` does not look back by days of its own",
                    "leave it out; " + WITH_DAYS + " do");
        } else {
            days.put(kind, map.integer("days", 1, Windows.most(kind)));
        }
    }

    private ProductMeasure product(YamlMap map) {
        String kind = map.oneOf("measure", OF_PRODUCTS);
        int weight = map.integer("weight", 1, 1000);
        Optional<Curve> curve = reader.part(map, "curve", ScorecardsFile::curve);
        return new ProductMeasure(required(ProductMeasure.Kind.ofId(kind)), weight, required(curve));
    }

    private static Curve curve(YamlMap map) {
        List<Curve.Point> points = new ArrayList<>();
        for (String value : map.keys()) {
            points.add(new Curve.Point(number(value), ModelReader.thousandths(map, value)));
        }
        return new Curve(points);
    }

    private static long number(String value) {
        try {
            return ModelReader.scaled(new BigDecimal(value), 3, "curve");
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("`" + value + "` is no number", e);
        }
    }

    private Scorecard card(YamlMap map, Set<String> dimensions) {
        String id = map.text("card");
        Set<String> stages = some(
                map,
                "stages",
                profile.map(rules ->
                        rules.stages().list().stream().map(StageRule::name).toList()));
        Set<String> tiers = some(
                map,
                "tiers",
                profile.map(rules -> rules.tiers().stream().map(TierRule::tier).toList()));
        Map<String, Integer> weights = weights(map, dimensions);
        return new Scorecard(id, stages, tiers, rollUp(map), weights);
    }

    /** A card for what the profile does not know would never apply. */
    private static Set<String> some(YamlMap card, String key, Optional<List<String>> known) {
        Set<String> named = Set.copyOf(card.has(key) ? card.texts(key) : List.of());
        Set<String> unknown = new TreeSet<>(named);
        known.ifPresent(unknown::removeAll);
        if (known.isPresent() && !unknown.isEmpty()) {
            card.problem(key, ProfileFile.NAME + " has no " + unknown, "some of " + new TreeSet<>(known.get()));
        }
        return named;
    }

    private static RollUp rollUp(YamlMap card) {
        if (!card.has("rollUp")) {
            return RollUp.OWN;
        }
        String word = card.oneOf("rollUp", ROLL_UPS);
        return Arrays.stream(RollUp.values())
                .filter(rollUp -> rollUp.word().equals(word))
                .findFirst()
                .orElse(RollUp.OWN);
    }

    private static Map<String, Integer> weights(YamlMap card, Set<String> dimensions) {
        YamlMap map = card.map("weights");
        Map<String, Integer> weights = new TreeMap<>();
        for (String dimension : map.keys()) {
            weights.put(dimension, map.integer(dimension, 0, WEIGHTS_SUM));
            if (!dimensions.contains(dimension)) {
                map.problem(dimension, "no measure has this dimension", "one of " + new TreeSet<>(dimensions));
            }
        }
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != WEIGHTS_SUM) {
            card.problem("weights", "the weights sum to " + sum, "make them sum to " + WEIGHTS_SUM);
        }
        return weights;
    }

    private static Grades grades(YamlMap map) {
        long a = ModelReader.thousandths(map, "a");
        long b = ModelReader.thousandths(map, "b");
        long c = ModelReader.thousandths(map, "c");
        long d = ModelReader.thousandths(map, "d");
        return new Grades(a, b, c, d);
    }

    private static TicketAges tickets(YamlMap map) {
        return new TicketAges(
                map.duration("sev1Signal"),
                map.duration("sev2Signal"),
                map.duration("floorAfter"),
                ModelReader.thousandths(map, "floorScore"),
                map.integer("oldDays", 0, 365));
    }

    /** What is missing here was reported where it was read. */
    private static <T> T required(Optional<T> part) {
        return part.orElseThrow(() -> new IllegalArgumentException("is incomplete"));
    }
}
