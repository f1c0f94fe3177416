package dk.ordrebro.billysimulator.admin;

/** What one needs to talk to a company that was just made. */
public record CompanyKeys(String organizationId, String accessToken) {

    @Override
    public String toString() {
        return "CompanyKeys[organizationId=" + organizationId + ", accessToken=****]";
    }
}
