package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Schema;
import java.time.Instant;
import java.util.List;

/** Keys of a contact (reference 6.3). */
public final class Contact {
    public static final Schema SCHEMA = Schema.of("contact", "contacts");
    public static final String COMPANY = "company";
    public static final List<String> TYPES = List.of(COMPANY, "person");
    public static final List<String> DELIVERY_MODES = List.of("link", "attachment", "linkAndAttachment");

    public static final Field<String> TYPE = SCHEMA.choice("type", DOCUMENTED, TYPES, REQUIRED);
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", DOCUMENTED, READ_ONLY);
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED, REQUIRED, INDEXED);
    public static final Field<String> COUNTRY_ID = SCHEMA.reference("countryId", "country", DOCUMENTED, REQUIRED);
    public static final Field<String> STREET = SCHEMA.text("street", DOCUMENTED);
    public static final Field<String> CITY_TEXT = SCHEMA.text("cityText", DOCUMENTED);
    public static final Field<String> STATE_TEXT = SCHEMA.text("stateText", DOCUMENTED);
    public static final Field<String> ZIPCODE_TEXT = SCHEMA.text("zipcodeText", DOCUMENTED);
    public static final Field<String> CITY_ID = SCHEMA.reference("cityId", "city", DOCUMENTED);
    public static final Field<String> STATE_ID = SCHEMA.reference("stateId", "state", DOCUMENTED);
    public static final Field<String> ZIPCODE_ID = SCHEMA.reference("zipcodeId", "zipcode", DOCUMENTED);
    public static final Field<String> CONTACT_NO = SCHEMA.text("contactNo", DOCUMENTED, INDEXED);
    public static final Field<String> PHONE = SCHEMA.text("phone", DOCUMENTED);
    public static final Field<String> FAX = SCHEMA.text("fax", DOCUMENTED);
    public static final Field<String> REGISTRATION_NO = SCHEMA.text("registrationNo", DOCUMENTED);
    public static final Field<String> EAN = SCHEMA.text("ean", DOCUMENTED);
    public static final Field<String> CURRENCY_ID = SCHEMA.reference("currencyId", "currency", DOCUMENTED);
    public static final Field<String> LOCALE_ID = SCHEMA.reference("localeId", "locale", DOCUMENTED);
    public static final Field<Boolean> IS_CUSTOMER = SCHEMA.flag("isCustomer", DOCUMENTED);
    public static final Field<Boolean> IS_SUPPLIER = SCHEMA.flag("isSupplier", DOCUMENTED);
    public static final Field<String> PAYMENT_TERMS_MODE =
            SCHEMA.choice("paymentTermsMode", RECORDED, Invoice.TERMS_MODES);
    public static final Field<Integer> PAYMENT_TERMS_DAYS = SCHEMA.whole("paymentTermsDays", RECORDED);
    public static final Field<String> ACCESS_CODE = SCHEMA.text("accessCode", DOCUMENTED);
    public static final Field<String> EMAIL_ATTACHMENT_DELIVERY_MODE =
            SCHEMA.choice("emailAttachmentDeliveryMode", RECORDED, DELIVERY_MODES);
    public static final Field<Boolean> IS_ARCHIVED = SCHEMA.flag("isArchived", DOCUMENTED);
    public static final Field<Boolean> IS_SALES_TAX_EXEMPT = SCHEMA.flag("isSalesTaxExempt", RECORDED);
    public static final HasMany CONTACT_PERSONS =
            SCHEMA.embeds("contactPersons", ContactPerson.SCHEMA, ContactPerson.CONTACT_ID);

    private Contact() {}
}
