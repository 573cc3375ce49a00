package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.privacy.Needs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what one webhook sends. The same body gives the same events each time. */
public sealed interface WebhookReader permits TranslatingReader, DestinationReader {

    /**
     * The items of a body, or the one item that says why it cannot be read. A ticket that moved is two: one at each account.
     *
     * @param headers those that it wants, as far as they came
     * @param memory what was sent before it is refused
     * @param filter treats each before it is read
     */
    List<Item> items(byte[] body, Map<String, String> headers, Memory memory, PropertyFilter filter);

    /** What was kept of one item, with what stood beside it, under the rules of today; several when it is no single one. */
    default List<Item> again(byte[] part, Map<String, String> beside, PropertyFilter filter) {
        Map<String, String> side = new HashMap<>(beside);
        side.putIfAbsent(MovedTicket.SIDE, MovedTicket.HERE);
        return items(part, side, Memory.OF_EVERYTHING, filter);
    }

    /** The places of a body that it cannot do without; none where they are those of every event. */
    Needs needs();

    /** The headers that it wants, in lower case. */
    Set<String> headers();

    /** @param fields what a ticket gets beside Zendesk's own words */
    static WebhookReader ofZendesk(String source, FieldMapping fields) {
        return new TranslatingReader(source, new ZendeskTickets(fields));
    }

    /** @param fields what an issue gets beside Jira's own words */
    static WebhookReader ofJira(String source, FieldMapping fields) {
        return new TranslatingReader(source, new JiraIssues(fields));
    }

    /** Of bodies that an admin wrote; the first mapping that is for one is taken. */
    static WebhookReader ofMappings(String source, List<FactMapping> mappings) {
        return new TranslatingReader(source, new MappedFacts(mappings));
    }

    /** Of events in Segment's shape. */
    static WebhookReader ofDestination(int maxEventBytes) {
        return new DestinationReader(maxEventBytes);
    }
}
