package io.playcaller.forecast.process;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.register.Owner;
import io.playcaller.forecast.engine.contract.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What others said of an account, as a signal carries it.
 *
 * @param kind segment, tier and stage of life; null until health-service has said them
 * @param owners of all roles and times
 */
public record AccountProfile(
        String name, @Nullable String zone, @Nullable Kind kind, List<Owner> owners, long version, long ownersVersion) {

    /** What kind of customer it is. */
    public record Kind(String segment, String tier, String stage, Instant stageSince) {}

    /** The tier; empty while it is not known. */
    public String tier() {
        return kind == null ? "" : kind.tier();
    }

    /** Staff id by role, of those who hold it on {@code day}; of several the one who has had it for longest. */
    public Map<String, String> ownersOn(LocalDate day) {
        Map<String, Owner> byRole = new HashMap<>();
        owners.stream()
                .filter(owner -> !owner.from().isAfter(day)
                        && (owner.until() == null || owner.until().isAfter(day)))
                .forEach(owner -> byRole.merge(owner.role(), owner, AccountProfile::earlier));
        Map<String, String> staff = new HashMap<>();
        byRole.forEach((role, owner) -> staff.put(role, owner.staffId()));
        return staff;
    }

    /**
     * The account as a signal about a renewal carries it, with the dates of that renewal: plays count back from them. Null
     * while it is not known what kind of customer it is, and nobody could say which play is for it.
     *
     * @param arr of all its contracts; null where they are in several currencies
     */
    public @Nullable AccountSnapshot snapshot(Terms terms, @Nullable Money arr) {
        if (kind == null) {
            return null;
        }
        Profile profile = new Profile(
                kind.segment(), kind.tier(), kind.stage(), kind.stageSince(), arr, terms.renewalOn(), terms.noticeBy());
        return new AccountSnapshot(name, zone, profile, owners, version, ownersVersion);
    }

    /** The account as a signal about none of its renewals carries it; null while it is not known what kind of customer it is. */
    public @Nullable AccountSnapshot snapshot(@Nullable Money arr) {
        if (kind == null) {
            return null;
        }
        Profile profile = new Profile(kind.segment(), kind.tier(), kind.stage(), kind.stageSince(), arr, null, null);
        return new AccountSnapshot(name, zone, profile, owners, version, ownersVersion);
    }

    private static Owner earlier(Owner one, Owner other) {
        int byTime = one.from().compareTo(other.from());
        boolean first = byTime != 0 ? byTime < 0 : one.staffId().compareTo(other.staffId()) < 0;
        return first ? one : other;
    }
}
