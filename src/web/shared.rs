//! Shared parts of the model as properties. They are compared by pointer, not by value.

use std::ops::Deref;
use std::rc::Rc;
use yew::html::ImplicitClone;

/// A part of the model.
#[derive(Debug)]
pub(crate) struct Shared<T>(Rc<T>);

impl<T> From<&Rc<T>> for Shared<T> {
    fn from(part: &Rc<T>) -> Self {
        Self(Rc::clone(part))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> ImplicitClone for Shared<T> {}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
