package io.playcaller.ingest.catalogue;

import io.playcaller.ingest.catalogue.NameRule.Alias;
import io.playcaller.ingest.refusal.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All rules, by name. An event is judged by them once, when it is taken; what is in the log stays as it was judged. */
public record NameRules(Map<String, NameRule> byName) {

    public static final NameRules NONE = new NameRules(Map.of());

    public NameRules {
        byName = Map.copyOf(byName);
    }

    /** The name under which an event counts that happened then. */
    public String nameOf(String sent, Instant happenedAt) {
        Alias alias = alias(sent);
        return alias == null || happenedAt.isBefore(alias.from()) ? sent : alias.name();
    }

    /** Whether it is use: as was said of the name under which it counts, else of the one that was sent, else as its sender says. */
    public boolean isMeaningful(String sent, Instant happenedAt, boolean stated) {
        return said(nameOf(sent, happenedAt)).or(() -> said(sent)).orElse(stated);
    }

    private static boolean countsAs(NameRule rule, String name) {
        Alias alias = rule.countsAs();
        return alias != null && alias.name().equals(name);
    }

    private Optional<Boolean> said(String name) {
        return Optional.ofNullable(byName.get(name)).map(NameRule::meaningful);
    }

    private @Nullable Alias alias(String name) {
        NameRule rule = byName.get(name);
        return rule == null ? null : rule.countsAs();
    }

    /** Why a rule cannot be taken: names count as names in one step, so that each says at once what it is. */
    public Optional<Refusal> refusal(NameRule wanted) {
        Alias alias = wanted.countsAs();
        if (alias == null) {
            return Optional.empty();
        }
        if (alias.name().equals(wanted.name()) || alias(alias.name()) != null) {
            return Optional.of(Refusal.field(
                    Refusal.FIELD_INVALID, "/countsAs/name", "another name, which counts as itself", alias.name()));
        }
        return byName.values().stream()
                .filter(rule -> countsAs(rule, wanted.name()))
                .map(NameRule::name)
                .sorted()
                .findFirst()
                .map(old -> Refusal.field(
                        Refusal.FIELD_INVALID,
                        "/countsAs",
                        "absent while '" + old + "' counts as '" + wanted.name() + "'",
                        alias.name()));
    }
}
