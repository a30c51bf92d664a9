package io.github.cloudlb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Parameter;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class JsonWriterTest {
    @Test
    void writesEachKindOfField() {
        byte[] json = new JsonWriter()
                .beginObject()
                .field("text", "a\"b\u00fc")
                .field("weight", 0)
                .field("share", 0.5)
                .field("up", false)
                .field("names", List.of("a", "b"))
                .field("tags", Map.of("k", "v"))
                .nullField("session")
                .name("members")
                .beginList()
                .beginObject()
                .endObject()
                .endList()
                .endObject()
                .done();

        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":\"a\\\"bü\",\"weight\":0,\"share\":0.5,\"up\":false,\"names\":[\"a\",\"b\"],"
                        + "\"tags\":{\"k\":\"v\"},\"session\":null,\"members\":[{}]}");
    }

    @Test
    void aParameterGoesWhereItsOperationPutsIt() {
        Message message = Message.post().parameter(true, "Servers.1.Port", "80").parameter(false, "DryRun", "false");

        assertThat(message.form()).containsExactly(new Parameter("Servers.1.Port", "80"));
        assertThat(message.query()).containsExactly(new Parameter("DryRun", "false"));
        assertThat(message.bodyType()).isEqualTo("application/x-www-form-urlencoded");
    }
}
