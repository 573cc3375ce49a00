package io.playcaller.router.delivery.in;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicBodiesTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/callbacks/jira,262144",
        "/v1/callbacks/slack/actions,262144",
        "/v1/links/abc,8192",
        "/v1/unsubscribe/abc,8192",
        "/v1/tasks/bulk,10485760",
        "/v1/linksabc,10485760"
    })
    void whereAnybodyMayPostLittleIsTaken(String path, long bytes) {
        assertThat(PublicBodies.bound(path, 10_485_760)).isEqualTo(bytes);
    }
}
