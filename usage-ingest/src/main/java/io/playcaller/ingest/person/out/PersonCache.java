package io.playcaller.ingest.person.out;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What this replica remembers of persons. What it changed itself it knows at once: of two things said of a person the higher
 * version wins, so that a read which was under way during the change does not bring the old edge back. That a person has no
 * account is not remembered: the edge may come any moment.
 */
final class PersonCache {

    private final Cache<ExternalId, String> identities;
    private final Cache<String, Known> persons;
    private final AtomicLong links = new AtomicLong();

    PersonCache(IngestConfig.People settings) {
        this.identities = cache(settings);
        this.persons = cache(settings);
    }

    private static <K, V> Cache<K, V> cache(IngestConfig.People settings) {
        return Caffeine.newBuilder()
                .maximumSize(settings.cached())
                .expireAfterWrite(settings.cachedFor())
                .build();
    }

    /** @param person null once it is erased */
    private record Known(long version, @Nullable PersonRef person) {

        Known or(Known other) {
            return other.version >= version ? other : this;
        }
    }

    /** The person with their account; null where that is not known. */
    @Nullable
    PersonRef find(ExternalId id) {
        PersonRef person = findAny(id);
        return person == null || person.accountId() == null ? null : person;
    }

    /** The person, for whom it does not matter whose they are. */
    @Nullable
    PersonRef findAny(ExternalId id) {
        String personId = identities.getIfPresent(id);
        Known known = personId == null ? null : persons.getIfPresent(personId);
        return known == null ? null : known.person();
    }

    /** Before persons are read: what {@link #read} wants to know. */
    long reading() {
        return links.get();
    }

    /** What was read of a person, in a read that began at {@code since}. */
    void read(long since, ExternalId id, PersonRef person, long version) {
        persons.asMap().merge(person.personId(), new Known(version, person), Known::or);
        identities.put(id, person.personId());
        if (links.get() != since) {
            // Meanwhile an alias moved ids; perhaps this one.
            identities.invalidate(id);
        }
    }

    /** This replica changed the person. */
    void changed(PersonRef person, long version) {
        persons.asMap().merge(person.personId(), new Known(version, person), Known::or);
    }

    /** This replica erased the person. */
    void erased(String personId) {
        persons.put(personId, new Known(Long.MAX_VALUE, null));
    }

    /** This replica let the ids name another person. */
    void linked(List<ExternalId> ids) {
        links.incrementAndGet();
        identities.invalidateAll(ids);
    }
}
