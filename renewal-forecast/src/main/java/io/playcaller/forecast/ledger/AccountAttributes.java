package io.playcaller.forecast.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What accounts are sliced by. Segment, tier and owner are those of a day; before the first day that is known of an account, its
 * first. Regions are not dated: the present one.
 */
public final class AccountAttributes {

    /** Segment and tier from a day on. */
    public record ProfileSince(String accountId, LocalDate since, String segment, String tier) {}

    /** Who owned an account for some time; {@code until} is the first day that they did not. */
    public record OwnedBy(
            String accountId,
            String staffId,
            LocalDate from,
            @Nullable LocalDate until) {}

    private final Map<String, String> regions;
    private final Map<String, List<ProfileSince>> profiles = new HashMap<>();
    private final Map<String, List<OwnedBy>> owners = new HashMap<>();

    public AccountAttributes(Map<String, String> regions, List<ProfileSince> profiles, List<OwnedBy> owners) {
        this.regions = Map.copyOf(regions);
        profiles.stream()
                .sorted(Comparator.comparing(ProfileSince::since))
                .forEach(profile -> this.profiles
                        .computeIfAbsent(profile.accountId(), account -> new ArrayList<>())
                        .add(profile));
        owners.stream()
                .sorted(Comparator.comparing(OwnedBy::from))
                .forEach(owner -> this.owners
                        .computeIfAbsent(owner.accountId(), account -> new ArrayList<>())
                        .add(owner));
    }

    /** The region of an account; empty where nobody said. */
    public Optional<String> region(String accountId) {
        return Optional.ofNullable(regions.get(accountId));
    }

    /** Its segment on a day; empty while it has none. */
    public Optional<String> segment(String accountId, LocalDate day) {
        return profile(accountId, day).map(ProfileSince::segment);
    }

    /** Its tier on a day; empty while it has none. */
    public Optional<String> tier(String accountId, LocalDate day) {
        return profile(accountId, day).map(ProfileSince::tier);
    }

    /** Who owned it on a day; empty when nobody did. */
    public Optional<String> owner(String accountId, LocalDate day) {
        List<OwnedBy> of = owners.getOrDefault(accountId, List.of());
        LocalDate asked =
                of.stream().findFirst().map(OwnedBy::from).filter(day::isBefore).orElse(day);
        return of.stream()
                .filter(owner ->
                        !asked.isBefore(owner.from()) && (owner.until() == null || asked.isBefore(owner.until())))
                .map(OwnedBy::staffId)
                .findFirst();
    }

    private Optional<ProfileSince> profile(String accountId, LocalDate day) {
        List<ProfileSince> of = profiles.getOrDefault(accountId, List.of());
        return of.stream()
                .filter(profile -> !profile.since().isAfter(day))
                .reduce((earlier, later) -> later)
                .or(() -> of.stream().findFirst());
    }
}
