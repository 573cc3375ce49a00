package io.playcaller.ingest.identity;

import java.util.Optional;
import java.util.Set;

/**
 * Domains that say nothing about an account.
 *
 * @param providers where anybody may have an address, also below them
 * @param shared under which anybody may have a domain: what is below them may be claimed, they themselves may not
 */
public record MailDomains(Set<DomainName> providers, Set<DomainName> shared) {

    public MailDomains {
        providers = Set.copyOf(providers);
        shared = Set.copyOf(shared);
    }

    /** Whether an address there may say which account somebody is of. */
    public boolean mayTell(DomainName domain) {
        return domain.andParents().stream().noneMatch(providers::contains);
    }

    /** What a domain must be to be claimed, where it is not; empty when an account may claim it. */
    public Optional<String> unmet(DomainName domain) {
        if (!mayTell(domain)) {
            return Optional.of("a domain of the account's own, and not one of a provider where anybody has an address");
        }
        return shared.contains(domain)
                ? Optional.of("a domain of the account's own, and not one under which anybody may have theirs")
                : Optional.empty();
    }
}
