package io.playcaller.ingest.privacy;

import io.playcaller.contracts.PointerStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where properties of an event stand: a JSON pointer (RFC 6901) in which a step {@value #ANY} is any name of an object, or any
 * element of an array, of that one level. Case counts.
 */
public record PropertyPath(List<String> steps) {

    /** Any name, or any element. */
    public static final String ANY = "*";

    private static final int DEEPEST = 20;
    private static final String INDEX = "0|[1-9][0-9]{0,8}";
    private static final String STEP = "(?:[^~]|~[01])+";

    public PropertyPath {
        steps = List.copyOf(steps);
    }

    /** Empty when the text is none: a step without a name, a lone {@code ~}, more than 20 steps. */
    public static Optional<PropertyPath> of(String text) {
        List<String> steps = text.startsWith("/") ? List.of(text.substring(1).split("/", -1)) : List.of();
        return steps.isEmpty() || steps.size() > DEEPEST || !steps.stream().allMatch(step -> step.matches(STEP))
                ? Optional.empty()
                : Optional.of(new PropertyPath(
                        steps.stream().map(PropertyPath::unescaped).toList()));
    }

    /** One that is known to be right. */
    public static PropertyPath known(String text) {
        return of(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** The pointer to one place. */
    public static String pointer(Iterable<String> steps) {
        StringBuilder pointer = new StringBuilder();
        steps.forEach(step -> pointer.append(PointerStep.to(step)));
        return pointer.toString();
    }

    /** Whether this one place is among those that it names. */
    boolean covers(List<String> place) {
        return steps.size() == place.size()
                && IntStream.range(0, steps.size())
                        .allMatch(i -> steps.get(i).equals(ANY) || steps.get(i).equals(place.get(i)));
    }

    /** Whether a place is named by both. */
    boolean meets(PropertyPath other) {
        return steps.size() == other.steps.size() && meetsBeginningOf(other);
    }

    /** Whether a place that it names holds one that {@code other} names. */
    boolean isAbove(PropertyPath other) {
        return steps.size() < other.steps.size() && meetsBeginningOf(other);
    }

    /** What holds it, so many steps deep. */
    PropertyPath holder(int depth) {
        return new PropertyPath(steps.subList(0, depth));
    }

    /** Whether it goes through the one place that {@code other} names, by names alone. */
    boolean isBelow(PropertyPath other) {
        int depth = other.steps.size();
        return depth < steps.size() && other.covers(steps.subList(0, depth));
    }

    /** Whether it names an element that stands in its array before one that {@code other} goes through. */
    boolean isBefore(PropertyPath other) {
        int last = steps.size() - 1;
        return last < other.steps.size()
                && holder(last).meetsBeginningOf(other)
                && index(steps.get(last)) < index(other.steps.get(last))
                && index(steps.get(last)) >= 0;
    }

    /** The first that it may be; -1 when it is none. */
    private static int index(String step) {
        if (step.equals(ANY)) {
            return 0;
        }
        return step.matches(INDEX) ? Integer.parseInt(step) : -1;
    }

    private boolean meetsBeginningOf(PropertyPath other) {
        return IntStream.range(0, steps.size()).allMatch(i -> meet(steps.get(i), other.steps.get(i)));
    }

    private static boolean meet(String step, String other) {
        return step.equals(other) || step.equals(ANY) || other.equals(ANY);
    }

    boolean hasAny() {
        return steps.contains(ANY);
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    @Override
    public String toString() {
        return pointer(steps);
    }
}
