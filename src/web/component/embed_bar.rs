//! The bar of the page in a frame of another page, in the place of the header. It is an element of a static file.

use crate::app::parts::bar_data;
use crate::app::timeline::Timeline;
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`EmbedBar`].
#[derive(Properties, PartialEq)]
pub(super) struct EmbedBarProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
}

/// The bar. As a component, it writes the session for the element only if the session changed.
#[component]
pub(super) fn EmbedBar(props: &EmbedBarProps) -> Html {
    html! { <embed-bar data={bar_data(&props.timeline)} /> }
}
