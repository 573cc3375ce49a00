package io.playcaller.router.staff;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a customer needs of who serves them.
 *
 * @param languages of which one is needed; empty for any
 * @param skills all of which are needed
 * @param zone of their office; null where it is not known
 */
record Need(
        Set<String> languages, Set<String> skills, @Nullable ZoneId zone) {

    Need {
        languages = Set.copyOf(languages);
        skills = Set.copyOf(skills);
    }

    /** Why somebody cannot serve them well; empty when they can. */
    Optional<String> missedBy(StaffMember person, Diary diary, int overlapHours) {
        Abilities abilities = person.abilities();
        if (!languages.isEmpty() && Collections.disjoint(languages, abilities.languages())) {
            return Optional.of("does not speak " + String.join(" or ", new TreeSet<>(languages)));
        }
        Set<String> missing = new TreeSet<>(skills);
        missing.removeAll(abilities.skills());
        if (!missing.isEmpty()) {
            return Optional.of("lacks " + String.join(", ", missing));
        }
        return zone == null || diary.meets(person, zone, overlapHours)
                ? Optional.empty()
                : Optional.of("is not at work for " + overlapHours + " h of the customer's day");
    }
}
