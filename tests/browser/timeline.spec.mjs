// A person can go back to every step and sees the world after that step.
import { expect, test } from "./support.mjs";

async function threeSteps(playground) {
  await playground.open();
  await playground.makeGrant();
  await playground.actAs("Customer");
  await playground.call("AcceptGrant");
  await playground.show("Grants");
}

const grants = (playground) => playground.world.getByRole("region", { name: "Grants", exact: true });

test("stepping back and forward shows the response and the world after that step", async ({ playground }) => {
  await threeSteps(playground);
  const { timeline, response, world } = playground;
  await expect(timeline.getByRole("button", { name: "Next" })).toBeDisabled();
  await expect(grants(playground)).toContainText("DISABLED");

  await timeline.getByRole("button", { name: "Previous" }).click();
  await expect(playground.announcement).toHaveText("Step 2 of 3: CreateGrant 200");
  await expect(timeline.getByRole("button", { name: /^2 CreateGrant/ })).toHaveAttribute("aria-current", "step");
  await expect(grants(playground)).toContainText("PENDING_ACCEPT");
  await expect(world.getByText("After step 2 of 3")).toBeVisible();
  await expect(response.getByText(/^CreateGrant as Vendor, us-east-1, at /)).toBeVisible();

  await timeline.getByRole("button", { name: /^1 CreateLicense/ }).click();
  // The world follows what the step changed.
  await expect(playground.tab("Licenses")).toHaveAttribute("aria-selected", "true");
  await playground.show("Grants");
  await expect(world.getByText("No grants yet.")).toBeVisible();
  await expect(grants(playground)).toHaveCount(0);
  await timeline.getByRole("button", { name: "Previous" }).click();
  await expect(timeline.getByRole("button", { name: "Previous" })).toBeDisabled();
  await expect(response.getByText("This is the start of the session.")).toBeVisible();
  await timeline.getByRole("button", { name: "Next" }).click();
  await expect(playground.announcement).toHaveText("Step 1 of 3: CreateLicense 200");
  await timeline.getByRole("button", { name: "Latest" }).click();
  await expect(playground.tab("Grants")).toHaveAttribute("aria-selected", "true");
  await expect(grants(playground)).toContainText("DISABLED");

  await timeline.getByRole("button", { name: "Previous" }).click();
  await playground.open();
  await expect(world.getByText("After step 2 of 3")).toBeVisible();
});

test("sending from an earlier step replaces the later steps, and Undo restores them", async ({ playground }) => {
  await threeSteps(playground);
  const before = await playground.exported();
  await playground.timeline.getByRole("button", { name: /^2 CreateGrant/ }).click();
  await expect(playground.request.getByText("You are at step 2 of 3. Sending continues from here and replaces step 3.")).toBeVisible();
  await playground.call("RejectGrant");
  await expect(playground.steps()).toHaveCount(4);
  await expect(grants(playground)).toContainText("REJECTED");
  const notice = playground.notices.getByText("1 later step was replaced.");
  await expect(notice).toBeVisible();
  await expect(playground.notices.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await playground.button("Undo").click();
  await expect(notice).toHaveCount(0);
  await expect(grants(playground)).toContainText("PENDING_ACCEPT");
  await playground.timeline.getByRole("button", { name: "Latest" }).click();
  await expect(grants(playground)).toContainText("DISABLED");
  expect(await playground.exported()).toBe(before);

  // Redo repeats what Undo took back.
  await playground.button("Redo").click();
  await expect(grants(playground)).toContainText("REJECTED");
});

test("a sent request can be edited and sent again", async ({ page, playground }) => {
  await threeSteps(playground);
  await playground.button("Edit and resend CreateGrant of step 2").click();
  await expect(playground.request.getByText("license-manager:CreateGrant")).toBeVisible();
  await expect(playground.caller("111122223333")).toBeChecked();
  await expect(playground.field("GrantName")).toHaveValue("example-grant");
  // The same token and members return the first response again.
  await playground.send("CreateGrant: 200");
  const again = await playground.body();
  await playground.timeline.getByRole("button", { name: /^2 CreateGrant/ }).click();
  expect(again).toEqual(await playground.body());
});

test("a step of an example has a note", async ({ playground }) => {
  await playground.open();
  await playground.choose("An accepted grant must be activated");
  await expect(playground.response.getByText("This step surprises most people")).toBeVisible();
  await playground.timeline.getByRole("button", { name: /^3 AcceptGrant/ }).click();
  await expect(playground.response.getByText("The customer accepts the grant. Look at the status")).toBeVisible();
});

test("the changes of background work are shown apart from the changes of the call", async ({ playground }) => {
  await playground.open();
  await playground.call("CreateResourceShare");
  await playground.call("AcceptGrant", "400 ValidationException");
  const before = playground.response.getByRole("region", { name: "Background work" });
  await expect(before).toContainText("The service finished background work before it handled this call.");
  await expect(before).toContainText("ASSOCIATED");
  await expect(playground.response.getByRole("region", { name: "Changes" })).toContainText("No changes.");
});
