package io.playcaller.ingest.person;

import io.playcaller.ingest.config.FixedLimits;
import io.playcaller.ingest.identity.ClaimedDomains.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts somebody is of. Somebody may be of several: an event adds an account, the register says which one it is. A
 * domain says it only while nobody else does.
 *
 * @param edges that have not ended; the first is where events of theirs that name no account go
 * @param domainRefused whether somebody took them out of an account that a domain says: no domain says one again until
 *     somebody else did
 */
public record Belonging(List<Edge> edges, boolean domainRefused) {

    public static final Belonging NOWHERE = new Belonging(List.of(), false);

    public Belonging {
        edges = List.copyOf(edges);
    }

    /** Where events of theirs that name no account go; null while nobody said. */
    public @Nullable String accountId() {
        return edges.isEmpty() ? null : edges.get(0).accountId();
    }

    public List<String> accountIds() {
        return edges.stream().map(Edge::accountId).toList();
    }

    /** Whether nobody but a domain says it, and a domain may. */
    public boolean mayBePlaced() {
        return !domainRefused && edges.stream().allMatch(edge -> edge.by() == EdgeBy.DOMAIN);
    }

    /**
     * They are of this account, too, and were heard of there last. Beyond {@link FixedLimits#ACCOUNTS_OF_PERSON} the one goes where
     * they were not heard of for longest.
     */
    Belonging joining(String accountId, Word word) {
        Stream<Edge> others = edges.stream()
                .filter(edge -> edge.by() != EdgeBy.DOMAIN && !edge.accountId().equals(accountId));
        return new Belonging(
                Stream.concat(Stream.of(edge(accountId, word)), others)
                        .limit(FixedLimits.ACCOUNTS_OF_PERSON)
                        .toList(),
                false);
    }

    /** They are of this account and of no other. */
    Belonging only(String accountId, Word word) {
        return new Belonging(List.of(edge(accountId, word)), false);
    }

    /** Nobody says any more of which account they are. */
    Belonging nowhere() {
        return new Belonging(List.of(), domainRefused);
    }

    /** They are not of this account, or no longer. */
    Belonging leaving(String accountId) {
        boolean refused = edge(accountId)
                .map(edge -> edge.by() == EdgeBy.DOMAIN || domainRefused)
                .orElse(domainRefused);
        return new Belonging(
                edges.stream()
                        .filter(edge -> !edge.accountId().equals(accountId))
                        .toList(),
                refused);
    }

    /** They were taken out of what the domain of their address says. */
    Belonging refusing() {
        return new Belonging(edges, true);
    }

    /** The domain of their address says it; they {@link #mayBePlaced}. */
    Belonging placed(Claim claim, Instant at) {
        String domain = claim.domain().text();
        Edge placed = edges.stream()
                .filter(edge -> edge.accountId().equals(claim.accountId())
                        && edge.source().equals(domain))
                .findFirst()
                .orElseGet(() -> new Edge(claim.accountId(), EdgeBy.DOMAIN, domain, at));
        return new Belonging(List.of(placed), domainRefused);
    }

    /** What was said before is not said anew; what a domain said is. */
    private Edge edge(String accountId, Word word) {
        return edge(accountId).filter(edge -> edge.by() != EdgeBy.DOMAIN).orElseGet(() -> word.edgeTo(accountId));
    }

    private Optional<Edge> edge(String accountId) {
        return edges.stream().filter(edge -> edge.accountId().equals(accountId)).findFirst();
    }
}
