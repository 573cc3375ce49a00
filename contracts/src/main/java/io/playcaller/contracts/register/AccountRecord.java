package io.playcaller.contracts.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account: a customer as a company.
 *
 * @param version of two copies the higher wins
 * @param zone IANA time zone of the customer; moves deadlines and display, never counts
 * @param strategic raises the tier whatever the ARR
 * @param parents dated parents, oldest first
 * @param mergedInto the merge that it was last in; null when it never was
 */
public record AccountRecord(
        String accountId,
        long version,
        String name,
        @Nullable String industry,
        @Nullable String region,
        @Nullable String country,
        @Nullable String zone,
        boolean strategic,
        List<ParentLink> parents,
        @Nullable MergeLink mergedInto) {

    /** One that was never merged. */
    public AccountRecord(
            String accountId,
            long version,
            String name,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String country,
            @Nullable String zone,
            boolean strategic,
            List<ParentLink> parents) {
        this(accountId, version, name, industry, region, country, zone, strategic, parents, null);
    }

    /** The same as another version. */
    public AccountRecord withVersion(long newVersion) {
        return new AccountRecord(
                accountId, newVersion, name, industry, region, country, zone, strategic, parents, mergedInto);
    }

    /** The same in or out of a merge. */
    public AccountRecord withMerge(@Nullable MergeLink merge) {
        return new AccountRecord(accountId, version, name, industry, region, country, zone, strategic, parents, merge);
    }
}
