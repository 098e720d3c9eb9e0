//! The rules of checkouts, check-ins and extensions.

use crate::trace::rules;

const NOTES: &str = "the member notes of the API model";
const ORDER: &str = "our choice; nothing public shows it";

rules! {
    CHECKOUT_AMOUNT = "license-manager/checkout-amount", Operation, Inferred, ORDER,
        "The requested amount of a counted entitlement must be a whole number of 1 or more, as a string.";
    BENEFICIARY_ANSWER = "license-manager/beneficiary-answer", Operation, Inferred,
        "the response to other mismatches; no response to a wrong beneficiary is public",
        "A checkout with a `Beneficiary` other than the license's gets the response for a checkout that matches no \
         license. The session's settings can change this.";
    CHECKOUT_FOUND = "license-manager/checkout-license", Operation, Documented,
        "License Manager User Guide: with a beneficiary, a checkout is limited to the caller's own licenses; \
         aws/aws-sdk, issue 506: the most recent of several licenses is used; issue 507: the refusal",
        "With `Beneficiary`, the caller must own a license with this SKU, key fingerprint and beneficiary. Without it, \
         the caller must have an active grant of a license with this SKU and key fingerprint. If several licenses \
         match, the most recent one is used.";
    CHECKOUT_PASSED_OVER = "license-manager/checkout-passed-over", Operation, Inferred,
        "aws/aws-sdk, issue 506: the most recent of several licenses is checked out; that it must be usable, and that \
         the one granted last is the most recent, is our choice",
        "If several licenses match, the checkout uses the most recent one that is available and valid now.";
    CHECKOUT_LICENSE = "license-manager/checkout-license-state", Operation, Inferred,
        "the user guide describes statuses and validity; that the response is the same as for other mismatches is our \
         choice",
        "The license must be available, and the current time must be within its validity.";
    CONSUMED_ANYWHERE = "license-manager/consumed-anywhere", Operation, Documented,
        "License Manager User Guide: licenses can be consumed globally; a setting limits this to the home Region",
        "A license can be consumed in every Region.";
    BORROW_GRANT = "license-manager/borrow-grant", Operation, Inferred, "as for CheckoutLicense",
        "The caller must own the license or have an active grant of it.";
    OPERATION_GRANTED = "license-manager/operation-granted", Operation, Inferred,
        "grants list the operations they allow; the response to another operation is not public, and the error is a \
         setting",
        "The caller must own the license, or an active grant of the caller must allow the operation.";
    MEMBER_LEFT = "license-manager/member-left", Operation, Inferred, "not public; a setting changes it",
        "An account that left the organization keeps the grant that it received through it, unless the session's \
         settings say that it must still be a member.";
    HELD_ABOVE = "license-manager/held-above", Operation, Inferred,
        "a new grant can allow only operations that its grantor has; that this also applies later is our choice, and a \
         setting",
        "The grants above the caller's grant must not be disabled and must allow the operation.";
    PROVISIONAL = "license-manager/provisional-configuration", Operation, Inferred,
        "according to the user guide, the configuration says how a license is used; the refusal is our choice",
        "For a provisional checkout, the license must have a provisional configuration.";
    BORROWABLE = "license-manager/borrow-configuration", Operation, Documented,
        "aws/aws-sdk, issue 507: the documentation team names the requirement in its reply to a report of the refusal",
        "To be borrowed, the license must have a borrow configuration and a sign key.";
    ENTITLEMENTS_HELD = "license-manager/entitlements-held", Operation, Observed,
        "jentic/jentic-one, pull request 1184: another unit than the license's is refused",
        "The license must have every requested counted entitlement, by name and unit. If only capabilities are \
         requested, it must have at least one of them.";
    TIERS = "license-manager/tiers", Operation, Documented,
        "AWS Marketplace Seller Guide, tiered licenses: all tiers are requested, and the response has the one that was \
         bought",
        "The checkout gives only those requested capabilities that the license has.";
    CAPABILITY_VALUE = "license-manager/capability-value", Operation, Inferred,
        "in the API model, a requested entitlement has a `Value`; that it is compared is our choice, and a setting",
        "A capability that is requested with a `Value` must have that value in the license.";
    BORROWED_WHOLE = "license-manager/borrowed-whole", Operation, Model, NOTES,
        "The license must have everything that the request borrows: partial checkouts are not possible.";
    ENTITLEMENTS_LEFT = "license-manager/entitlements-left", Operation, Observed,
        "jentic/jentic-one, pull request 1184: the only seat was taken; overage is in the user guide",
        "Enough of each requested entitlement must be left, unless the entitlement allows overage.";
    CHECKOUT_QUOTA = "license-manager/entitlements-per-checkout", Operation, Inferred,
        "the quota of counted entitlements per checkout exists, its number is a setting; the API model has \
         ResourceLimitExceededException for quotas, although no checkout declares it",
        "The request must not check out more counted entitlements than the quota.";
    PERPETUAL_EXPIRATION = "license-manager/perpetual-expiration", Operation, Documented,
        "AWS Marketplace Seller Guide: the sample response of a drawdown has an `Expiration`, and the text says that \
         nothing is returned",
        "Entitlements that are drawn down are never returned, although the response has an `Expiration`.";

    CONSUMPTION_SEEN = "license-manager/consumption-exists", Operation, Model,
        "the declared errors; that another account's token gets the same response is our choice",
        "The token must be from a checkout of the caller.";
    CONSUMPTION_BENEFICIARY = "license-manager/consumption-beneficiary", Operation, Inferred, ORDER,
        "`Beneficiary`, if given, must be the license's beneficiary.";
    CHECKED_OUT = "license-manager/checked-out", Operation, Inferred,
        "the API model declares ConflictException but does not say when it occurs; the error is a setting",
        "The checked-out entitlements must still be held or borrowed.";
    CAPABILITIES_RETURN = "license-manager/check-in-capabilities", Operation, Inferred,
        "not public; a setting changes it",
        "A capability that was checked out together with seats does not need `AllowCheckIn`, because capabilities are \
         not counted.";
    CHECK_IN_ALLOWED = "license-manager/check-in-allowed", Operation, Inferred,
        "the member notes of the API model say what allows check-in; the refusal is our choice, and the error is a \
         setting",
        "Each checked-out entitlement must have `AllowCheckIn` set to `true`. For a borrowed license, \
         `AllowEarlyCheckIn` must be `true` instead.";
    DRY_RUN = "license-manager/dry-run", Operation, Model, NOTES,
        "`DryRun` checks only the permission and changes nothing.";
    EXTENDABLE = "license-manager/extendable", Operation, Inferred,
        "AWS Marketplace Seller Guide: seats are extended; the response for anything else is our choice",
        "The checked-out entitlements must still be held. Entitlements that are borrowed, drawn down, checked in or \
         expired cannot be extended.";
    EXTENDED_LICENSE = "license-manager/extended-license", Operation, Inferred, ORDER,
        "The license must be available and must have a provisional configuration, and the current time must be within \
         its validity.";
    USAGE_OF_ALL = "license-manager/usage-of-all", Operation, Inferred, ORDER,
        "The owner and the grantees see the same usage: what all of them use together. An entitlement of the unit \
         `None` is never used up.";
}
