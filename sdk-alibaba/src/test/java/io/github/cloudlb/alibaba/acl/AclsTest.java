package io.github.cloudlb.alibaba.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.AddressIpVersion;
import io.github.cloudlb.alibaba.common.AssociationStatus;
import io.github.cloudlb.alibaba.common.Confirmation;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.listener.ListenerProtocol;
import io.github.cloudlb.alibaba.listener.RelatedListener;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Access control lists as they go over the wire. */
class AclsTest extends WireTestBase {
    private static final String ACCEPTED = "{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}";
    private static final AcceptedJob JOB =
            AcceptedJob.builder().jobId("job-1").requestId("req-1").build();
    private static final Tag PROD = Tag.builder().key("env").value("prod").build();

    @Test
    @Pins("CreateAcl")
    void areCreated() {
        answer("{\"AclId\": \"acl-1\", \"JobId\": \"job-1\", \"RequestId\": \"req-1\"}");

        CreatedAcl created = client.acls()
                .createAcl(CreateAcl.builder()
                        .aclName("office")
                        .resourceGroupId("rg-1")
                        .addTags(PROD)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CreateAcl",
                "AclName=office",
                "ClientToken=c-1",
                "ResourceGroupId=rg-1",
                "Tag.1.Key=env",
                "Tag.1.Value=prod");
        assertThat(created)
                .isEqualTo(CreatedAcl.builder()
                        .aclId("acl-1")
                        .jobId("job-1")
                        .requestId("req-1")
                        .build());
    }

    @Test
    @Pins("DeleteAcl")
    void areDeleted() {
        answer(ACCEPTED);

        assertThat(client.acls()
                        .deleteAcl(DeleteAcl.builder()
                                .aclId("acl-1")
                                .clientToken("c-1")
                                .build()))
                .isEqualTo(JOB);
        assertSent("DeleteAcl", "AclId=acl-1", "ClientToken=c-1");
    }

    @Test
    @Pins("UpdateAclAttribute")
    void areRenamed() {
        answer("{\"RequestId\": \"req-1\"}");

        Confirmation done = client.acls()
                .updateAclAttribute(UpdateAclAttribute.builder()
                        .aclId("acl-1")
                        .aclName("home")
                        .clientToken("c-1")
                        .build());

        assertSent("UpdateAclAttribute", "AclId=acl-1", "AclName=home", "ClientToken=c-1");
        assertThat(done).isEqualTo(Confirmation.builder().requestId("req-1").build());
    }

    @Test
    @Pins("ListAcls")
    void areListed() {
        answer("""
                {"Acls": [{"AclId": "acl-1", "AclName": "office", "AclStatus": "Configuring",
                    "AddressIPVersion": "IPv4", "ConfigManagedEnabled": false, "CreateTime": "2022-07-02T02:49:05Z",
                    "ResourceGroupId": "rg-1", "Tags": [{"Key": "env", "Value": "prod"}]}],
                 "MaxResults": 50, "NextToken": "t-2", "RequestId": "req-1", "TotalCount": 1000}
                """);
        ListAcls request = ListAcls.builder()
                .addAclIds("acl-1", "acl-2")
                .addAclNames("office", "home")
                .resourceGroupId("rg-1")
                .addTags(PROD)
                .maxResults(50)
                .nextToken("t-1")
                .build();

        Page<Acl> page = client.send(request);

        assertSent(
                "ListAcls",
                "AclIds.1=acl-1",
                "AclIds.2=acl-2",
                "AclNames.1=office",
                "AclNames.2=home",
                "MaxResults=50",
                "NextToken=t-1",
                "ResourceGroupId=rg-1",
                "Tag.1.Key=env",
                "Tag.1.Value=prod");
        assertThat(page.items())
                .containsExactly(Acl.builder()
                        .aclId("acl-1")
                        .aclName("office")
                        .aclStatus(AclStatus.CONFIGURING)
                        .addressIpVersion(AddressIpVersion.IPV4)
                        .configManagedEnabled(false)
                        .createTime(Instant.parse("2022-07-02T02:49:05Z"))
                        .resourceGroupId("rg-1")
                        .addTags(PROD)
                        .build());
        assertGoesOn(
                page,
                ListAcls.builder().from(request).nextToken("t-2").build(),
                "MaxResults=50",
                "RequestId=req-1",
                "TotalCount=1000");
    }

    @Test
    @Pins("AddEntriesToAcl")
    void getEntries() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.acls()
                .addEntriesToAcl(AddEntriesToAcl.builder()
                        .aclId("acl-1")
                        .addEntries(
                                AclEntrySpec.of("10.0.1.0/24"),
                                AclEntrySpec.builder()
                                        .entry("192.0.2.1/32")
                                        .description("one host")
                                        .build())
                        .clientToken("c-1")
                        .build());

        assertSent(
                "AddEntriesToAcl",
                "AclEntries.1.Entry=10.0.1.0/24",
                "AclEntries.2.Description=one host",
                "AclEntries.2.Entry=192.0.2.1/32",
                "AclId=acl-1",
                "ClientToken=c-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("RemoveEntriesFromAcl")
    void loseEntries() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.acls()
                .removeEntriesFromAcl(RemoveEntriesFromAcl.builder()
                        .aclId("acl-1")
                        .addEntries("10.0.1.0/24", "192.0.2.1/32")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "RemoveEntriesFromAcl",
                "AclId=acl-1",
                "ClientToken=c-1",
                "Entries.1=10.0.1.0/24",
                "Entries.2=192.0.2.1/32");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("ListAclEntries")
    void tellTheirEntries() {
        answer("""
                {"AclEntries": [
                    {"Description": "one host", "Entry": "192.0.2.1/32", "Status": "Adding"},
                    {"Entry": "10.0.1.0/24", "Status": "Available"}],
                 "MaxResults": 2, "NextToken": "t-2", "RequestId": "req-1", "TotalCount": 3}
                """);
        ListAclEntries request = ListAclEntries.builder()
                .aclId("acl-1")
                .maxResults(2)
                .nextToken("t-1")
                .build();

        Page<AclEntry> page = client.send(request);

        assertSent("ListAclEntries", "AclId=acl-1", "MaxResults=2", "NextToken=t-1");
        assertThat(page.items())
                .containsExactly(
                        AclEntry.builder()
                                .description("one host")
                                .entry("192.0.2.1/32")
                                .status(AclEntryStatus.ADDING)
                                .build(),
                        AclEntry.builder()
                                .entry("10.0.1.0/24")
                                .status(AclEntryStatus.AVAILABLE)
                                .build());
        assertGoesOn(
                page,
                ListAclEntries.builder().from(request).nextToken("t-2").build(),
                "MaxResults=2",
                "RequestId=req-1",
                "TotalCount=3");
    }

    @Test
    @Pins("AssociateAclsWithListener")
    void areAssociatedWithAListener() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.acls()
                .associateAclsWithListener(AssociateAclsWithListener.builder()
                        .listenerId("lsn-1")
                        .aclType(AclType.WHITE)
                        .addAclIds("acl-1", "acl-2")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "AssociateAclsWithListener",
                "AclIds.1=acl-1",
                "AclIds.2=acl-2",
                "AclType=White",
                "ClientToken=c-1",
                "ListenerId=lsn-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("DissociateAclsFromListener")
    void areDissociatedFromAListener() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.acls()
                .dissociateAclsFromListener(DissociateAclsFromListener.builder()
                        .listenerId("lsn-1")
                        .addAclIds("acl-1", "acl-2")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "DissociateAclsFromListener",
                "AclIds.1=acl-1",
                "AclIds.2=acl-2",
                "ClientToken=c-1",
                "ListenerId=lsn-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("ListAclRelations")
    void tellTheListenersThatUseThemWithoutPages() {
        answer("""
                {"AclRelations": [{"AclId": "acl-1", "RelatedListeners": [{
                    "ListenerId": "lsn-1", "ListenerPort": 80, "ListenerProtocol": "HTTP",
                    "LoadBalancerId": "alb-1", "Status": "Associating"}]}],
                 "RequestId": "req-1"}
                """);

        Page<AclRelation> page = client.send(ListAclRelations.of(List.of("acl-1", "acl-2")));

        assertSent("ListAclRelations", "AclIds.1=acl-1", "AclIds.2=acl-2");
        assertThat(page.items())
                .containsExactly(AclRelation.builder()
                        .aclId("acl-1")
                        .addRelatedListeners(RelatedListener.builder()
                                .listenerId("lsn-1")
                                .listenerPort(80)
                                .listenerProtocol(ListenerProtocol.HTTP)
                                .loadBalancerId("alb-1")
                                .status(AssociationStatus.ASSOCIATING)
                                .build())
                        .build());
        assertThat(page.next()).isEmpty();
        assertThat(page.envelope()).isEqualTo(Map.of("RequestId", "req-1"));
    }

    @Test
    void areNotAssociatedByNoneOrByMoreThanACallTakes() {
        assertRefused(
                AssociateAclsWithListener.of(AclType.BLACK, "lsn-1", List.of()), "AclIds", "0 entries", "1 to 20 are");
        assertRefused(
                DissociateAclsFromListener.of("lsn-1", Collections.nCopies(21, "acl-1")),
                "AclIds",
                "21 entries",
                "1 to 20 are");
        assertRefused(
                ListAclRelations.of(List.of("a-1", "a-2", "a-3", "a-4", "a-5", "a-6")),
                "AclIds",
                "6 entries",
                "1 to 5 are");
    }

    @Test
    void takeNoEntryThatIsEmptyOrSaysTooLittle() {
        AclEntrySpec tooShort =
                AclEntrySpec.builder().entry("192.0.2.1/32").description("x").build();

        assertRefused(
                AddEntriesToAcl.of("acl-1", List.of(AclEntrySpec.of("10.0.0.0/8"), AclEntrySpec.of(""))),
                "AclEntries[1].Entry",
                "",
                "a text that is not empty is");
        assertRefused(
                AddEntriesToAcl.of("acl-1", List.of(tooShort)),
                "AclEntries[0].Description",
                "x",
                "a text of 2 to 256 characters is");
    }
}
