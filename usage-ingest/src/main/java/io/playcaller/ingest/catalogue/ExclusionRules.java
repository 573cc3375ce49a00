package io.playcaller.ingest.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How own people and bots are told.
 *
 * @param staffDomains of e-mail addresses, without {@code @}; case does not count, and a domain below is another one
 * @param staffIds user ids, as the door reads them
 * @param staffTraits values of traits
 * @param botAgents texts that a user agent contains; case does not count
 */
public record ExclusionRules(
        Set<String> staffDomains, Set<String> staffIds, Map<String, Set<String>> staffTraits, List<String> botAgents) {

    public static final ExclusionRules NONE = new ExclusionRules(Set.of(), Set.of(), Map.of(), List.of());

    public ExclusionRules {
        staffDomains = staffDomains.stream().map(ExclusionRules::lower).collect(Collectors.toUnmodifiableSet());
        staffIds = Set.copyOf(staffIds);
        staffTraits = Map.copyOf(staffTraits);
        botAgents = botAgents.stream().map(ExclusionRules::lower).toList();
    }

    /**
     * Whose use it is, where it is not the customer's.
     *
     * @param userId null where a browser or nobody did it
     */
    public Optional<Exclusion> judge(@Nullable String userId, Signs signs) {
        if (signs.impersonated()) {
            return Optional.of(Exclusion.IMPERSONATION);
        }
        if (isStaff(userId, signs)) {
            return Optional.of(Exclusion.STAFF);
        }
        return isBot(signs.userAgent()) ? Optional.of(Exclusion.BOT) : Optional.empty();
    }

    private boolean isStaff(@Nullable String userId, Signs signs) {
        return (userId != null && staffIds.contains(userId))
                || isOurs(userId)
                || isOurs(signs.email())
                || (!staffTraits.isEmpty() && signs.traits().entrySet().stream().anyMatch(this::isOurs));
    }

    private boolean isOurs(Map.Entry<String, String> trait) {
        return staffTraits.getOrDefault(trait.getKey(), Set.of()).contains(trait.getValue());
    }

    private boolean isOurs(@Nullable String address) {
        return address != null
                && !staffDomains.isEmpty()
                && address.indexOf('@') > 0
                && staffDomains.contains(lower(address.substring(address.lastIndexOf('@') + 1)));
    }

    private boolean isBot(@Nullable String userAgent) {
        return userAgent != null && !botAgents.isEmpty() && botAgents.stream().anyMatch(lower(userAgent)::contains);
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
