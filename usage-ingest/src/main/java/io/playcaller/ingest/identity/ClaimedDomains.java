package io.playcaller.ingest.identity;

import java.util.Map;
import java.util.Optional;

/**
 * Domains that accounts claim at a moment.
 *
 * @param accounts by domain; as many as were asked for
 */
public record ClaimedDomains(Map<DomainName, String> accounts) {

    public static final ClaimedDomains NONE = new ClaimedDomains(Map.of());

    public ClaimedDomains {
        accounts = Map.copyOf(accounts);
    }

    /**
     * The claim that an address is under.
     *
     * @param domain that is claimed: that of the address, or one that it is below
     */
    public record Claim(DomainName domain, String accountId) {}

    /** Of several claims the longest; nothing that is not claimed is guessed. */
    public Optional<Claim> of(String email) {
        return accounts.isEmpty() ? Optional.empty() : DomainName.ofEmail(email).flatMap(this::above);
    }

    private Optional<Claim> above(DomainName domain) {
        for (DomainName name : domain.andParents()) {
            String account = accounts.get(name);
            if (account != null) {
                return Optional.of(new Claim(name, account));
            }
        }
        return Optional.empty();
    }
}
