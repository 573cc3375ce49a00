package io.playcaller.router.digital;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {

    @Test
    void everyPlaceIsFilledAndNothingThatAValueSaysIsAPlace() {
        MessageTemplate template =
                new MessageTemplate("hello", "{{account}} and {{ name }}", "Hello {{name}}, {{date}}.\n");

        MessageText text = template.fill(Map.of("name", "{{account}} $1 \\", "account", "Acme\nBcc: all@example.com"));

        assertThat(template.variables()).containsExactlyInAnyOrder("account", "name", "date");
        assertThat(text.text()).isEqualTo("Hello {{account}} $1 \\, .\n");
        assertThat(text.subject())
                .as("in one line, whatever a name holds")
                .isEqualTo("Acme Bcc: all@example.com and {{account}} $1 \\");
    }

    @Test
    void aNameAddsNoParagraphToALetter() {
        MessageTemplate template = new MessageTemplate("hello", "Hello", "Hello {{name}},\n\nhow is it?");

        MessageText text = template.fill(Map.of("name", " Pia\r\n\r\nPay here: \u2028now "));

        assertThat(text.text()).isEqualTo("Hello Pia Pay here:  now,\n\nhow is it?");
    }

    @Test
    void whatAServerSaysOfAnAddressIsKeptWithoutIt() {
        assertThat(SendResult.withoutAddresses("550 5.1.1 <pia@customer.example>: no such user (pia@customer.example)"))
                .doesNotContain("pia")
                .contains("550 5.1.1")
                .contains("no such user");
    }
}
