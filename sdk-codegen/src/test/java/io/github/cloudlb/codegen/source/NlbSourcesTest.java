package io.github.cloudlb.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.codegen.ErrorOverlay;
import io.github.cloudlb.codegen.TableException;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;

/** What the table of NLB has and that of ALB has not. */
class NlbSourcesTest {
    private final Map<String, String> sources = Sources.ofNlb();

    @Test
    void sendsAnObjectAsOneParameterThatHoldsJson() {
        assertThat(source("wire/CreateListenerWire.java"))
                .contains("ProxyProtocolV2ConfigWire.write(json, it.proxyProtocolV2Config().get(), dialect)")
                .contains("out.parameter(true, \"ProxyProtocolV2Config\", json.text())");
        assertThat(source("wire/ProxyProtocolV2ConfigWire.java"))
                .contains("void write(JsonWriter out, ProxyProtocolV2Config it, Dialect dialect)")
                .doesNotContain("Message");
    }

    @Test
    void namesWhatAnotherApiHasAlreadyAndDoesNotWriteItAgain() {
        assertThat(source("servergroup/RemoveServersFromServerGroup.java"))
                .contains("import io.github.cloudlb.alibaba.servergroup.ServerRef;");
        assertThat(source("wire/RemoveServersFromServerGroupWire.java"))
                .contains("import io.github.cloudlb.alibaba.wire.ServerRefWire;")
                .contains("Checks.among(at + \"ServerType\", each.serverType(), dialect, ServerType.known(),"
                        + " \"Ecs\", \"Eni\", \"Eci\", \"Ip\")");
        assertThat(sources.keySet())
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .doesNotContain("ServerRef.java", "ServerRefWire.java", "ServerType.java")
                .contains("ServerSpec.java", "ServerSpecWire.java", "ServerStatus.java");
    }

    @Test
    void takesTokenAndTrialOfAReadForOrdinaryParameters() {
        assertThat(source("listener/GetListenerAttribute.java"))
                .contains("Optional<String> clientToken();", "Optional<Boolean> dryRun();", ".reading()")
                .doesNotContain("randomUUID", "answeredBy");
        assertThat(source("listener/StopListener.java")).contains("randomUUID", "answeredBy(\"DryRunOperation\")");
    }

    @Test
    void refusesAnEmptyListThatWouldNotBeSeenAmongTheParameters() {
        assertThat(source("wire/RemoveServersFromServerGroupWire.java"))
                .contains("Checks.items(\"Servers\", it.servers(), 1, 200)");
        assertThat(source("wire/CreateListenerWire.java"))
                .contains("Checks.items(\"CertificateIds\", it.certificateIds(), 0, 10)");
    }

    @Test
    void listsTheObjectsWhereTheirIdsAreListedBeside() {
        assertThat(source("wire/ListListenerCertificatesWire.java"))
                .contains("case \"Certificates\" -> items = in.list(ListenerCertificateWire::read)");
    }

    @Test
    void listsNoFewValuesForAnIdThatHasOthersToo() {
        assertThat(source("listener/Listener.java")).doesNotContain("tls_cipher_policy_1_0");
    }

    @Test
    void findsWhatErrorsMeanInTheFileThatNamesTheTable() throws IOException {
        assertThat(ErrorOverlay.about(Sources.NLB_NAME + ".json", Sources.ALB))
                .isEqualTo(ErrorOverlay.about(Sources.ALB_NAME + ".json", Sources.ALB));
        assertThat(source("wire/NlbErrors.java")).contains("ResourceInCreating.");
        assertThatThrownBy(() -> ErrorOverlay.about("clb.json", Sources.ALB))
                .isInstanceOf(TableException.class)
                .hasMessage("clb.json: no file of errors covers it");
    }

    /** Below the base package of ALB. */
    private String source(String path) {
        return sources.getOrDefault("nlb/" + path, "");
    }
}
