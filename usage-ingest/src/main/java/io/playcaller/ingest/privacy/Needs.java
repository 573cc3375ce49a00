package io.playcaller.ingest.privacy;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places without which events would be refused, lose their identity or mean something else.
 *
 * @param places each with what may be done there all the same
 */
public record Needs(Map<PropertyPath, Set<Treatment>> places) {

    public static final Needs NONE = new Needs(Map.of());

    public Needs {
        places = Map.copyOf(places);
    }

    /**
     * Why a rule is none.
     *
     * @param place what it would harm
     * @param allowed what may be done there
     * @param inside whether that stands in what the rule names, and is not it
     */
    public record Harm(PropertyPath place, Set<Treatment> allowed, boolean inside) {}

    /** One place. */
    public static Needs at(String place, Treatment... allowed) {
        return at(place, Set.of(allowed));
    }

    /** One place; none when anything may be done there, or it is no path. */
    public static Needs at(String place, Set<Treatment> allowed) {
        return allowed.size() == Treatment.values().length
                ? NONE
                : PropertyPath.of(place)
                        .map(path -> new Needs(Map.of(path, allowed)))
                        .orElse(NONE);
    }

    /** What both need: where they disagree, what both allow. */
    public Needs and(Needs others) {
        Map<PropertyPath, Set<Treatment>> all = new HashMap<>(places);
        others.places.forEach((place, allowed) -> all.merge(place, allowed, Needs::both));
        return new Needs(all);
    }

    private static Set<Treatment> both(Set<Treatment> some, Set<Treatment> others) {
        Set<Treatment> both = EnumSet.noneOf(Treatment.class);
        both.addAll(some);
        both.retainAll(others);
        return Set.copyOf(both);
    }

    /**
     * What the rule would harm. A step {@value PropertyPath#ANY} at its place harms nothing, where the rule names more than that:
     * it {@link #spare spares} that.
     */
    public Optional<Harm> harmedBy(PropertyRule rule) {
        return places.entrySet().stream()
                .filter(need -> harms(rule, need.getKey(), need.getValue()))
                .min(Comparator.comparing(need -> need.getKey().toString()))
                .map(need ->
                        new Harm(need.getKey(), need.getValue(), rule.path().isAbove(need.getKey())));
    }

    /** In one value nothing stands that could be named. */
    private boolean harms(PropertyRule rule, PropertyPath place, Set<Treatment> allowed) {
        if (rule.treatment() == Treatment.DROP && rule.path().isBefore(place)) {
            // What stands behind an element moves up when that is dropped.
            return true;
        }
        boolean stays = !allowed.contains(rule.treatment());
        if (rule.path().isAbove(place)) {
            return harmsFromAbove(rule, place, stays);
        }
        return rule.path().isBelow(place)
                ? !allowed.contains(Treatment.DROP) && isOneValue(place)
                : stays && rule.path().meets(place) && !maySpare(rule.path(), place);
    }

    /** Of a rule that names nothing but what it spares nothing would be left. */
    private static boolean maySpare(PropertyPath rule, PropertyPath place) {
        return rule.hasAny() && !place.covers(rule.steps());
    }

    /** What holds it may be needed itself, and says then what becomes of both. Masked or hashed, an object holds nothing any more. */
    private boolean harmsFromAbove(PropertyRule rule, PropertyPath place, boolean stays) {
        Set<Treatment> ofHolder = places.get(place.holder(rule.path().steps().size()));
        if (ofHolder == null) {
            return stays || rule.treatment() != Treatment.DROP;
        }
        return stays && rule.treatment() == Treatment.DROP && ofHolder.contains(Treatment.DROP);
    }

    private boolean isOneValue(PropertyPath place) {
        return places.keySet().stream().noneMatch(place::isAbove);
    }

    /** Whether the treatment may not be done at this one place. */
    public boolean spare(List<String> place, Treatment treatment) {
        return places.entrySet().stream()
                .anyMatch(need ->
                        !need.getValue().contains(treatment) && need.getKey().covers(place));
    }
}
