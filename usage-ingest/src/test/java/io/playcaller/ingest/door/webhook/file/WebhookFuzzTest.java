package io.playcaller.ingest.door.webhook.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.door.Mutations;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.webhook.Memory;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.door.webhook.WebhookReader;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Broken bodies of tools, made from good ones with a fixed seed: each is read, left out or refused; never a fault. */
class WebhookFuzzTest {

    private static final int BODIES = 3_000;

    private static Map<String, Webhook> examples = Map.of();

    @BeforeAll
    static void read(@TempDir Path directory) throws IOException {
        Files.copy(Path.of("../docs/webhooks.yaml"), directory.resolve("webhooks.yaml"));
        examples = WebhookFiles.read(Optional.of(directory), Installation.withEverySecret());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "desk | {'id':'e','time':'2026-03-01T09:00:00Z','type':'zen:event-type:ticket.status_changed','detail':"
                        + "{'id':'5','status':'SOLVED','priority':'LOW','organization_id':'22989454','subject':'s',"
                        + "'requester_id':7,'created_at':'2026-02-01T09:00:00Z'},'event':{'previous':'OPEN'}}",
                "jira | [{'timestamp':1525698237764,'webhookEvent':'jira:issue_updated','issue':{'id':'1','fields':"
                        + "{'created':'2018-05-06T17:46:10.612+0200','customfield_10050':'acme','summary':'s',"
                        + "'status':{'name':'n','statusCategory':{'key':'done'}},'priority':{'name':'High'}}},"
                        + "'changelog':{'items':[{'field':'resolution','from':null,'to':'1'}]}}]",
                "segment | [{'type':'track','messageId':'m','userId':'u','event':'E','timestamp':'2026-03-01T09:00:00Z',"
                        + "'context':{'groupId':'g'}},{'type':'group','userId':'u','groupId':'g'}]",
                "nps | {'event_id':'e','event_type':'form_response','form_response':{'submitted_at':"
                        + "'2026-03-01T09:00:00Z','hidden':{'account':'a','user':'u'},'answers':[{'number':9}]}}"
            })
    void noBodyIsAFault(String webhook, String good) {
        WebhookReader reader = examples.get(webhook).reader();
        Random random = new Random(20_261_125);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < BODIES; i++) {
            byte[] body = Mutations.of(good.replace('\'', '"'), random);
            try {
                for (Item item : reader.items(body, Map.of(), Memory.OF_EVERYTHING, PropertyFilter.NONE)) {
                    assertThat(item.raw().payload().text()).isNotNull();
                    read += item.draft() instanceof Step.Kept ? 1 : 0;
                    if (item.draft() instanceof Step.Refused<Draft> no) {
                        assertThat(no.refusal().code()).isNotEqualTo(Refusal.INCIDENT);
                        refused++;
                    }
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("a fault for " + new String(body, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }
}
