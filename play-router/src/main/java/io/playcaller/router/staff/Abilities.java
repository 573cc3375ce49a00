package io.playcaller.router.staff;

import java.util.Set;

/**
 * What somebody can do for a customer.
 *
 * @param languages in which they work, as language codes of two letters
 * @param skills words of our own, which the needs in {@code coverage.yaml} name
 */
public record Abilities(Set<String> languages, Set<String> skills) {

    public static final Abilities NONE = new Abilities(Set.of(), Set.of());

    public Abilities {
        languages = Set.copyOf(languages);
        skills = Set.copyOf(skills);
    }
}
