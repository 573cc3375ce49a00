package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.health.engine.model.Expression;
import io.playcaller.health.engine.model.Expression.Change;
import io.playcaller.health.engine.model.Expression.Contacts;
import io.playcaller.health.engine.model.Expression.Count;
import io.playcaller.health.engine.model.Expression.DaysSince;
import io.playcaller.health.engine.model.Expression.DaysWith;
import io.playcaller.health.engine.model.Expression.Features;
import io.playcaller.health.engine.model.Expression.People;
import io.playcaller.health.engine.model.Expression.Ratio;
import io.playcaller.health.engine.model.Expression.Seats;
import io.playcaller.health.engine.model.Expression.Summed;
import io.playcaller.health.engine.model.Expression.Uses;
import io.playcaller.health.engine.model.Sign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code value} of a measure that the file declares: one operation, with what it is asked of. */
final class ValuePart {

    private static final List<String> COUNTS = List.of("daysWith", "uses", "people", "features", "contacts", "seats");
    private static final List<String> OPERATIONS = operations();
    private static final List<String> SIGNS = List.of("use", "feature", "touch");
    private static final String ANYBODY = "any";
    private static final int MOST_DAYS = 365;
    private static final Map<String, ContactRole> ROLES = Arrays.stream(ContactRole.values())
            .filter(role -> role != ContactRole.UNKNOWN)
            .collect(Collectors.toMap(ValuePart::word, Function.identity()));

    private final ModelReader reader;

    ValuePart(ModelReader reader) {
        this.reader = reader;
    }

    Optional<Expression> read(YamlMap measure) {
        return reader.part(measure, "value", this::expression);
    }

    private Expression expression(YamlMap map) {
        return switch (one(map, OPERATIONS)) {
            case "daysSince" -> new DaysSince(part(map, "daysSince", ValuePart::sign));
            case "ratio" -> part(map, "ratio", this::ratio);
            case "change" -> part(map, "change", this::change);
            default -> count(map);
        };
    }

    private Ratio ratio(YamlMap map) {
        Optional<Count> of = reader.part(map, "of", this::count);
        Optional<Count> to = reader.part(map, "to", this::count);
        return new Ratio(required(of), required(to));
    }

    private Change change(YamlMap map) {
        Optional<Count> of = reader.part(map, "of", this::count);
        int against = map.integer("against", 1, MOST_DAYS);
        if (required(of) instanceof Summed summed) {
            return new Change(summed, against);
        }
        throw new IllegalArgumentException(
                "of: must be `uses` or `daysWith`: people, features and seats do not add up over days");
    }

    private Count count(YamlMap map) {
        return switch (one(map, COUNTS)) {
            case "daysWith" -> part(map, "daysWith", ValuePart::daysWith);
            case "uses" -> part(map, "uses", uses -> new Uses(days(uses)));
            case "people" -> part(map, "people", ValuePart::people);
            case "features" -> part(map, "features", ValuePart::features);
            case "contacts" -> new Contacts(required(Optional.ofNullable(role(map, "contacts", false))));
            default -> seats(map);
        };
    }

    private static Seats seats(YamlMap map) {
        map.oneOf("seats", Set.of("paid"));
        return new Seats();
    }

    private static DaysWith daysWith(YamlMap map) {
        int days = days(map);
        return new DaysWith(sign(map), days);
    }

    private static People people(YamlMap map) {
        int days = days(map);
        return new People(map.has("role") ? role(map, "role", false) : null, days);
    }

    private static Features features(YamlMap map) {
        int days = days(map);
        return new Features(map.texts("of"), days);
    }

    /** How many may be asked for depends on what is: the engine says. */
    private static int days(YamlMap map) {
        return map.integer("days", 1, MOST_DAYS);
    }

    private static Sign sign(YamlMap map) {
        return switch (one(map, SIGNS)) {
            case "feature" -> new Sign.UseOf(map.text("feature"));
            case "touch" -> new Sign.TouchWith(role(map, "touch", true));
            default -> {
                ContactRole role = role(map, "use", true);
                yield role == null ? new Sign.Use() : new Sign.UseBy(role);
            }
        };
    }

    /** Null for anybody, where that may be said, and for what is no role, which is reported. */
    private static @Nullable ContactRole role(YamlMap map, String key, boolean orAnybody) {
        Set<String> words = new TreeSet<>(ROLES.keySet());
        if (orAnybody) {
            words.add(ANYBODY);
        }
        return ROLES.get(map.oneOf(key, words));
    }

    /** All keys are asked for, so that a misspelt one is told the nearest. */
    private static String one(YamlMap map, List<String> known) {
        List<String> said = known.stream().filter(map::has).toList();
        if (said.size() != 1) {
            throw new IllegalArgumentException("must say exactly one of " + String.join(", ", known));
        }
        return said.get(0);
    }

    private <T> T part(YamlMap map, String key, Function<YamlMap, T> read) {
        return required(reader.part(map, key, read));
    }

    /** What is missing here was reported where it was read. */
    private static <T> T required(Optional<T> part) {
        return part.orElseThrow(() -> new IllegalArgumentException("is incomplete"));
    }

    private static List<String> operations() {
        List<String> all = new ArrayList<>(List.of("daysSince"));
        all.addAll(COUNTS);
        all.addAll(List.of("ratio", "change"));
        return List.copyOf(all);
    }

    private static String word(ContactRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
