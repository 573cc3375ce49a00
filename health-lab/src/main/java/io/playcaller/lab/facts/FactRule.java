package io.playcaller.lab.facts;

/**
 * What rows of some types become.
 *
 * @param type the whole type, or how it begins
 * @param begins whether types that begin so are meant
 */
public record FactRule(String type, boolean begins, Making making) {

    boolean matches(String other) {
        return begins ? other.startsWith(type) && other.length() > type.length() : other.equals(type);
    }

    /** What the {@code *} stands for in a type that matches; empty without one. */
    String rest(String matching) {
        return matching.substring(type.length());
    }
}
